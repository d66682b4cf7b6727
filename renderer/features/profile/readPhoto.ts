import { photoSchema } from '../../../shared/platform/agent';
import { frameOf } from './photoFrame';

/** The largest file that is opened at all, in bytes: a decoded picture takes many times its file's size. */
export const largestPhotoFile = 20 * 1024 * 1024;

/** The kinds of file a photo may come from. */
export const photoFileTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

export type PhotoReading =
  | { readonly kind: 'read'; readonly photo: string }
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'too-large' };

const qualities = [0.9, 0.7, 0.5];

const encode = (canvas: HTMLCanvasElement): string | null =>
  qualities
    .map((quality) => canvas.toDataURL('image/webp', quality))
    .find((photo) => photoSchema.safeParse(photo).success) ?? null;

/**
 * Turns a picture file into a photo as the platform takes it: its centred square, small, and without what a camera
 * writes beside the picture (place, time), since it is drawn anew.
 */
export const readPhoto = async (file: File): Promise<PhotoReading> => {
  if (file.size > largestPhotoFile) return { kind: 'too-large' };
  if (!photoFileTypes.some((type) => type === file.type)) return { kind: 'not-a-picture' };
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { kind: 'not-a-picture' };
  }
  const { left, top, size, edge } = frameOf(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, left, top, size, size, 0, 0, edge, edge);
  }
  picture.close();
  const photo = encode(canvas);
  return context === null || photo === null ? { kind: 'not-a-picture' } : { kind: 'read', photo };
};

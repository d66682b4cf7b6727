import path from 'node:path';
import { z } from 'zod';

const placesSchema = z.object({
  SMARTSPACE_PACKAGE: z.string(),
  SMARTSPACE_PACKAGE_EXECUTABLE: z.string(),
  SMARTSPACE_INSPECTABLE_EXECUTABLE: z.string(),
});

/** Where the packed app is: as it is released, and with the one fuse turned that lets tests in. */
export const packagedApp = () => {
  const places = placesSchema.parse(process.env);
  return {
    folder: places.SMARTSPACE_PACKAGE,
    executable: places.SMARTSPACE_PACKAGE_EXECUTABLE,
    inspectable: places.SMARTSPACE_INSPECTABLE_EXECUTABLE,
    archive: path.join(places.SMARTSPACE_PACKAGE, 'resources', 'app.asar'),
    /** The folder with the archives for download. */
    output: path.dirname(places.SMARTSPACE_PACKAGE),
  };
};

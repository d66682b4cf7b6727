import { useId, useRef, useState } from 'react';
import { CircleAlert, ImageUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { largestPhotoFile, photoFileTypes, readPhoto, type PhotoReading } from './readPhoto';
import styles from './ProfileDialog.module.css';

interface PhotoFieldProps {
  readonly name: string;
  readonly photo: string | null;
  readonly onChange: (photo: string | null) => void;
}

/** The photo, or the initials, with the buttons that change it. */
export const PhotoField = ({ name, photo, onChange }: PhotoFieldProps) => {
  const { t } = useTranslation('profile');
  const [failure, setFailure] = useState<Exclude<PhotoReading, { kind: 'read' }> | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const chooseButton = useRef<HTMLButtonElement>(null);
  const hintId = useId();

  const choose = async (file: File) => {
    const reading = await readPhoto(file);
    setFailure(reading.kind === 'read' ? null : reading);
    if (reading.kind === 'read') onChange(reading.photo);
  };
  const remove = () => {
    setFailure(null);
    onChange(null);
    chooseButton.current?.focus();
  };

  return (
    <div role="group" aria-label={t('photo.label')} className={styles['photo']}>
      <Avatar name={name} photo={photo} size={80} />
      <div>
        <div className={styles['photoButtons']}>
          <Button
            ref={chooseButton}
            icon={<Icon of={ImageUp} />}
            aria-describedby={hintId}
            onClick={() => input.current?.click()}
          >
            {t('photo.choose')}
          </Button>
          {photo !== null && (
            <Button variant="ghost" icon={<Icon of={Trash2} />} onClick={remove}>
              {t('photo.remove')}
            </Button>
          )}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('photo.choose')}
          accept={photoFileTypes.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // Choosing the same file again must be a change, too.
            event.currentTarget.value = '';
            if (file !== undefined) void choose(file);
          }}
        />
        <p id={hintId} className={styles['hint']} hidden={failure !== null}>
          {t('photo.hint')}
        </p>
        {failure !== null && (
          <p role="alert" className={styles['photoFault']}>
            <Icon of={CircleAlert} />
            {failure.kind === 'too-large'
              ? t('photo.tooLarge', { megabytes: largestPhotoFile / 1024 / 1024 })
              : t('photo.notAPicture')}
          </p>
        )}
      </div>
    </div>
  );
};

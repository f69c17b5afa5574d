import { useQuery } from '@tanstack/react-query';
import { dayInWords } from '../shell/moment.js';
import { useObjectUrl } from '../shell/object-url.view.js';
import { useSession } from '../shell/session.view.js';
import { picture, type Acquisition } from './acquisitions.api.js';
import { nameInHeader, sexInHeader } from './compare.js';
import styles from './match.module.css';
import { contentInWords } from './unmatched.js';

const Thumbnail = ({ study, instance }: { study: Acquisition; instance: Acquisition['instances'][number] }) => {
  const { data: bytes } = useQuery(picture(study.acquisitionId, instance.sopInstanceUID));
  const url = useObjectUrl(bytes);
  return url ? <img src={url} alt={`Image of the ${instance.site?.replace('-', ' ') ?? 'study'}`} /> : null;
};

const Pictures = ({ study }: { study: Acquisition }) => (
  <div className={styles.pictures}>
    {study.instances
      .filter(({ kind }) => kind === 'image')
      .map((instance) => (
        <Thumbnail key={instance.sopInstanceUID} study={study} instance={instance} />
      ))}
  </div>
);

const written = ({ header, accessionNumber, performedOn, deviceId }: Acquisition): readonly (readonly [string, string | undefined])[] => [
  ['Name', nameInHeader(header?.patientName)],
  ['Patient number', header?.patientId],
  ['Birth date', header?.birthDate && dayInWords(header.birthDate)],
  ['Sex', sexInHeader(header?.sex)],
  ['Accession number', accessionNumber],
  ['Scanned on', performedOn && dayInWords(performedOn)],
  ['Device', deviceId],
];

/** What the console wrote into the objects, and their pictures for who may see them. */
export const StudyCard = ({ study }: { study: Acquisition }) => (
  <div className={`sheet ${styles.card}`}>
    <dl>
      {written(study).map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figure">{value || <span className="quiet">nothing</span>}</dd>
        </div>
      ))}
      <div>
        <dt>Content</dt>
        <dd>{contentInWords(study)}</dd>
      </div>
    </dl>
    {useSession().may('see-images', study.facilityId) && <Pictures study={study} />}
  </div>
);

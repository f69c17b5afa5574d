import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ReportPanel } from '../reporting/report-panel.view.js';
import { Preview } from '../reporting/preview.view.js';
import { Failure } from '../shell/failure.view.js';
import { KeySheet, type Keys } from '../shell/keys.view.js';
import styles from './desk.module.css';
import { FindingsPanel } from './findings-panel.view.js';
import { useJudging } from './judging.view.js';
import { StudyHead } from './study-head.view.js';
import type { Instance, StudyToRead } from './studies.api.js';
import { Viewer } from './viewer.view.js';

const keys: Keys = [
  ['←  →', 'image before, next image'],
  ['i', 'invert the image'],
  ['0', 'whole image, as stored'],
  ['a', 'adequate: all scans that were shown'],
  ['r', 'review'],
  ['Ctrl Enter', 'sign the report'],
  ['Esc', 'back to the reading list'],
  ['?', 'these keys'],
];

type Step = 'findings' | 'report';

const steps = [
  { value: 'findings', label: 'Findings' },
  { value: 'report', label: 'Report' },
];

const Left = ({ viewer, preview, withReport }: { viewer: ReactNode; preview: ReactNode; withReport: boolean }) => {
  const [wanted, setWanted] = useState<string>();
  const shown = withReport ? (wanted ?? 'pdf') : 'images';
  const sides = [
    { value: 'images', label: 'Images' },
    { value: 'pdf', label: 'PDF of the report' },
  ];
  return (
    <div className={styles.left}>
      {withReport && (
        <SegmentedControl className={styles.sides} aria-label="Left side" data={sides} value={shown} onChange={setWanted} />
      )}
      {shown === 'images' ? viewer : preview}
    </div>
  );
};

/** The reading desk for one study. */
export const Desk = ({ study, failure }: { study: StudyToRead; failure?: Error }) => {
  const reviewed = study.state === 'reviewed' || study.state === 'signed';
  const [step, setStep] = useState<Step>(reviewed ? 'report' : 'findings');
  const [selected, setSelected] = useState(0);
  const [shown, setShown] = useState<readonly Instance[]>([]);
  const judging = useJudging(study, () => setStep('report'));
  const images = study.instances.filter(({ kind }) => kind === 'image');
  const withReport = step === 'report';
  const navigate = useNavigate();
  useHotkeys([['Escape', () => void navigate({ to: '/reading' })]]);
  return (
    <div className={styles.desk}>
      <StudyHead
        study={study}
        onClaim={judging.mayJudge && study.state === 'ready' ? () => judging.claim.mutate() : undefined}
        claiming={judging.claim.isPending}
      />
      {failure && <Failure error={failure} />}
      <div className={styles.sidesBySide}>
        <Left
          withReport={withReport}
          preview={<Preview examId={study.examId} reviewVersion={judging.reviewVersion} />}
          viewer={
            <Viewer
              images={images}
              selected={selected}
              onSelect={setSelected}
              onShown={(image) => setShown((before) => [...before, image])}
            />
          }
        />
        <div className={styles.right}>
          <div className={styles.steps}>
            <SegmentedControl
              aria-label="Step"
              data={steps}
              value={step}
              onChange={(value) => setStep(value === 'report' ? 'report' : 'findings')}
            />
            <KeySheet keys={keys} />
          </div>
          {withReport ? (
            <ReportPanel
              examId={study.examId}
              facilityId={study.facilityId}

              reviewVersion={judging.reviewVersion}
            />
          ) : (
            <FindingsPanel study={study} judging={judging} images={images} shown={shown} onShow={setSelected} />
          )}
        </div>
      </div>
    </div>
  );
};

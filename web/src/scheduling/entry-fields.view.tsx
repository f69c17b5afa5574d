import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { EntryFields } from './exam-entry.js';
import type { SiteShown } from './exams.api.js';
import styles from './enter-exam.module.css';
import { procedures } from './procedures.table.js';

type Form = UseFormReturnType<EntryFields>;

const sexes = [
  { value: '', label: '' },
  { value: 'female', label: 'Female' },
  { value: 'male', label: 'Male' },
  { value: 'other', label: 'Other' },
  { value: 'unknown', label: 'Unknown' },
];

const priorities = [
  { value: 'routine', label: 'Routine' },
  { value: 'urgent', label: 'Urgent' },
  { value: 'stat', label: 'Stat' },
];

/** Who is examined. */
export const PatientFields = ({ form }: { form: Form }) => (
  <fieldset className={styles.group}>
    <legend>Patient</legend>
    <TextInput
      label="Patient number"

      withAsterisk
      autoComplete="off"
      {...form.getInputProps('patientNumber')}
    />
    <TextInput label="Family name" withAsterisk autoComplete="off" {...form.getInputProps('family')} />
    <TextInput label="Given name" autoComplete="off" {...form.getInputProps('given')} />
    <TextInput label="Birth date" type="date" withAsterisk {...form.getInputProps('birthDate')} />
    <NativeSelect label="Sex" withAsterisk data={sexes} {...form.getInputProps('sex')} />
  </fieldset>
);

/** What is done, where and when. */
export const ExamFields = ({ form, facilities, zone }: { form: Form; facilities: readonly SiteShown[]; zone: string }) => (
  <fieldset className={styles.group}>
    <legend>
      Exam <small className="quiet">on the clock of {zone}</small>
    </legend>
    <NativeSelect
      label="Facility"
      withAsterisk
      data={facilities.map(({ facilityId, name }) => ({ value: facilityId, label: name }))}
      {...form.getInputProps('facilityId')}
    />
    <NativeSelect
      label="Procedure"
      data={procedures.map(({ code, meaning }) => ({ value: code, label: meaning }))}
      {...form.getInputProps('procedure')}
    />
    <TextInput label="Date" type="date" withAsterisk {...form.getInputProps('day')} />
    <TextInput label="Time" type="time" withAsterisk {...form.getInputProps('time')} />
    <NativeSelect label="Priority" data={priorities} {...form.getInputProps('priority')} />
  </fieldset>
);

/** What the reader of the scan will want to know. */
export const OrderFields = ({ form }: { form: Form }) => (
  <fieldset className={styles.group}>
    <legend>Order</legend>
    <TextInput label="Height (cm)" inputMode="decimal" autoComplete="off" {...form.getInputProps('heightCm')} />
    <TextInput label="Weight (kg)" inputMode="decimal" autoComplete="off" {...form.getInputProps('weightKg')} />
    <Textarea className={styles.wide} label="Indication" autosize minRows={2} {...form.getInputProps('indication')} />
    <TextInput label="Referrer, family name" autoComplete="off" {...form.getInputProps('referrerFamily')} />
    <TextInput label="Referrer, given name" autoComplete="off" {...form.getInputProps('referrerGiven')} />
  </fieldset>
);

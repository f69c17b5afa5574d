import { useState } from 'react';
import { dayOf } from '../shell/moment.js';

/** A calendar day to look at; today, on the clock of this computer, until another one is picked. */
export const useDay = (): readonly [day: string, pick: (day: string) => void] =>
  useState(() => dayOf(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone));

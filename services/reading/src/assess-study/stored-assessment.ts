import type { Assessment } from '@osteon/densitometry';
import { z } from 'zod';

/** An assessment as this service itself has stored it: written by `assess`, so only its being an object is checked when read. */
export const storedAssessment = z.custom<Assessment>((value) => typeof value === 'object' && value !== null && 'diagnosis' in value);

import { testEveryConsumer } from '@osteon/platform/testing';
import { AppModule } from './app.module.js';

describe('every consumer of modality-gateway', () => testEveryConsumer(AppModule, { options: { environment: { OSTEON_DICOM_PORT: '0' } } }));

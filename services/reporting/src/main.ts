import 'reflect-metadata';
import { runService } from '@osteon/platform/service';
import { AppModule } from './app.module.js';

await runService(AppModule);

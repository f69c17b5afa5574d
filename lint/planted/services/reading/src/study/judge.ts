import { list } from './list.projection.js';
import { DataSource } from 'typeorm';

export const judge = [list, DataSource];

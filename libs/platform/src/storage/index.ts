export { openDatabase, type DatabaseOptions, type EntityClass } from './open-database.js';

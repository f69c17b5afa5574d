export { folderObjectStore, type FolderOptions } from './folder.js';
export { ObjectAbsent, ObjectStore, type Bytes, type WholeBytes } from './object-store.js';

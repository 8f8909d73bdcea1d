/** The version of the rules that read: a record keeps the runs of different versions apart. */
export const READER_VERSION = '0.1.0'

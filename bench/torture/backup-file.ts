/** Where a worker puts the backup of this number. */
export function backupOf(path: string, number: number): string {
  return `${path}.backup-${number}`
}

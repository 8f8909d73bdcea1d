/** What people call a document: its title, else the last part of its path or address. */
export function documentName({title, ref}: {readonly title?: string; readonly ref: string}): string {
  return title ?? ref.split('/').findLast(part => part !== '') ?? ref
}

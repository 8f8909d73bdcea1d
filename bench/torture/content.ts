import type {Store} from '../../src/record/store.ts'
import {allAnswers} from '../../test/support/all-answers.ts'

/** Everything that was saved, as the record shows it to who asks. */
export async function contentOf(store: Store): Promise<unknown> {
  const {items} = await store.documents()
  const documents = await Promise.all(
    items.map(async ({id}) => {
      const document = await store.document(id)
      const readings = await Promise.all(document!.runs.map(run => store.reading(id, run.id)))
      const claims = await store.claims({document: id, includeUnsupported: true})
      return {document, readings, bytes: await store.bytes(id), claims}
    })
  )
  const found = await store.search.find('quay OR said OR film')
  return {documents, found, judgements: await store.judgements()}
}

/** The same, and what every other question is answered: slower by far. */
export async function wholeContentOf(store: Store): Promise<unknown> {
  return [await contentOf(store), await allAnswers(store)]
}

import {expect, suite, test} from 'vitest'
import type {Document} from '../../src/intake/document.ts'
import {gatherMaterial} from '../../src/reading/material.ts'
import {voicesOf} from '../../src/reading/voices.ts'
import {readText} from './read-text.ts'

suite('voicesOf', () => {
  const {material: plain} = readText('Ada Moro said the dam was sound.')
  const document: Document = {
    ...plain.document,
    outlet: 'Harrow Post',
    authors: [{name: 'Bo Lind', start: 0, end: 3}]
  }
  const material = gatherMaterial(document, plain.analysis)
  const kinds = (speaking: Parameters<typeof voicesOf>[1]) => voicesOf(material, speaking).map(({kind}) => kind)

  test('a claim of the document itself has its outlet and authors', () => {
    expect(kinds({})).toEqual(['outlet', 'author'])
  })

  test('the speaker is the nearest voice', () => {
    const [nearest] = voicesOf(material, {speaker: 'e1', speakerText: 'Ada Moro', source: {start: 0, end: 8}})
    expect(nearest).toEqual({kind: 'speaker', entity: 'e1', text: 'Ada Moro', start: 0, end: 8})
  })

  test('what is shown in a production is heard through it and its producer', () => {
    const production = {entity: 'e2', title: 'The Rising River', producer: 'River Watch'}
    expect(kinds({speakerText: 'a fisher', production})).toEqual([
      'speaker',
      'production',
      'producer',
      'outlet',
      'author'
    ])
  })

  test('whoever passes words on stands behind the speaker', () => {
    expect(kinds({speakerText: 'one', via: {entity: null, text: 'the clinic'}})).toEqual([
      'speaker',
      'publisher',
      'outlet',
      'author'
    ])
  })

  test('the voices of a statement inside another end with those of the other', () => {
    const outer = voicesOf(material, {speakerText: 'Ada Moro'})
    const inner = voicesOf(material, {speakerText: 'the company', parent: {voices: outer}})
    expect(inner.slice(1)).toEqual(outer)
  })
})

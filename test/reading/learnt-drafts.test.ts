import {expect, test} from 'vitest'
import {readText} from './read-text.ts'

const cuesIn = (text: string) => {
  const {statements, attitudes} = readText(text)
  return [...statements, ...attitudes].flatMap(({cue}) => cue.map(({start, end}) => text.slice(start, end)))
}

test('who is named to something in a headline says nothing', () => {
  const text = `Halloran named to lead Corran Observatory

Signe Halloran was appointed director of the Corran Observatory on Wednesday. She said the telescope would open in 2029.`
  expect(cuesIn(text)).toEqual(['said'])
})

test('who gives somebody a post says nothing by it, and who names somebody does', () => {
  expect(cuesIn('The company named his deputy, Kirsten Aas, as acting managing director.')).toEqual([])
  expect(cuesIn('Police named the victim as Kirsten Aas.')).toEqual(['named'])
  expect(cuesIn('Officials named the dead man as the former director of the port.')).toEqual(['named'])
})

test('what somebody is known as or for is said by nobody', () => {
  expect(cuesIn('Ada Moro, known for her songs, said the hall was full.')).toEqual(['said'])
  expect(cuesIn('Ada Moro, known as Sarim, said the hall was full.')).toEqual(['said'])
  expect(cuesIn('The video, titled “The Embers Remain”, opens with footage of a raid.')).toEqual([])
})

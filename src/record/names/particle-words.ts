/** Small words that bind the parts of a person's name, folded. Whether they are written differs from text to text. */
export const PARTICLES = `
al el ul ad ed ud as es us ash esh ar er ur az ez at et an en il de da do dos das del della delle di du des la le les los las lo van von der den
ten ter te zu zum zur af av y e i bin ben ibn bint binti bt b ould oulu uld wuld o os ap ab i von und
ال بن ابن بنت ولد де да ван фон дер ди бин ибн аль эль ат ад аш
`

/** A father or mother of: with the word after it one name, the kunya. */
export const KUNYA_FATHERS = 'abu aboo abou abo bu ابو ابی ابا абу'
export const KUNYA_MOTHERS = 'umm um oum om ام умм'

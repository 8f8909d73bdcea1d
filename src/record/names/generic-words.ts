/** Words that so many bodies have in their names that sharing one says little, folded. */
export const GENERIC_WORDS = `
company co corporation corp group holding holdings enterprise enterprises industries industry industrial international global world worldwide national
state general trading trade trust services service systems solutions technology technologies tech commercial commerce import export investment investments
management development construction engineering organization organisation organizacion association union party front movement army forces force brigade brigades
battalion council committee commission ministry department office agency bureau authority institute institution university college school center centre
foundation fund charity society federation league network office bank finance financial exchange money transport transportation shipping lines line airlines air
aviation oil gas petroleum energy petrochemical mining chemical pharmaceutical research science scientific news press media times post daily radio television tv channel
agency islamic republic people peoples popular democratic united new first central east eastern west western north northern south southern middle
river mount mountain lake island city town village province district region county street road port airport
operation war battle attack conference summit election
comercial comercializadora inversiones grupo empresa servicios sociedad compania industria transportes distribuidora constructora inmobiliaria agropecuaria nacional internacional asociacion partido
завод банк компания группа общество партия движение министерство
`

/** Words of names of bodies and works that only bind the others. */
export const STOP_WORDS = `
the of and for in on at to a an de la le les los las el del der die das des und fur et y e da do dos das di della van voor vereniging the with from by
и в по на для с و في من در از برای
`

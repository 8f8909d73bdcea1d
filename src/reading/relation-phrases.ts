import type {RelationKind} from './reading.ts'

/**
 * Phrases that stand between the names of two things they relate. "Founded by" reads backwards: the one after it is the whole's
 * maker, so the relation runs from what is told first.
 */
export const RELATION_PHRASES: readonly (readonly [RelationKind, string])[] = [
  [
    'affiliate',
    `affiliated with; affiliated to; an affiliate of; the affiliate of; affiliate of; linked to; linked with; links to; links with; ties to; ties with; tied to; has ties to; connected to; connections to; associated with; associate of;
    aligned with; a front for; a front organisation for; a franchise of; pledged allegiance to; pledged loyalty to; swore allegiance to; sworn allegiance to; pledged fealty to; pledge allegiance to; pledged bayat to;
    an offshoot of; in partnership with; partners with; partnered with; works with; collaborates with; collaborated with; cooperates with; in league with; worked with; working with; works closely with; a joint venture with; joint venture with; partner of; a partner of; in cooperation with; has ties with`
  ],
  [
    'ally',
    `allied with; allied to; an ally of; ally of; allies of; backed by; backed up by; supported by; supports; supporter of; a supporter of; backs; sided with; fights alongside; fought alongside; fighting alongside; in alliance with; formed an alliance with;
    teamed up with; joined forces with; endorsed; endorses; endorsed by; friend of; a friend of; a close friend of; funded by; financed by; armed by; sponsored by; bankrolled by; loyal to`
  ],
  [
    'rival',
    `rival of; a rival of; rivals of; opposed to; opposes; fights against; fighting against; fought against; battles; at war with; clashed with; fell out with; an enemy of; enemy of; a foe of; competes with; competed with; competitor of;
    a competitor of; broke off relations with; does not recognise; does not recognize; expelled; sued; defeated; beat`
  ],
  [
    'member',
    `member of; a member of; members of; belongs to; belonged to; joined; has joined; a veteran of; fights for; fought for; plays for; played for; works for; worked for; employed by; recruited by; serves in; served in; signed for; signed with; enlisted in; citizen of; a citizen of`
  ],
  [
    'part-of',
    `part of; is part of; a part of; a division of; division of; a branch of; branch of; a unit of; unit of; a wing of; the armed wing of; the political wing of; the military wing of; armed wing of; political wing of; the media arm of; media arm of; an arm of; arm of; owned by; a subsidiary of; subsidiary of; controlled by; acquired; has acquired; bought; agreed to acquire; agreed to buy; will acquire; is to acquire; to acquire; plans to acquire; plans to buy; plans to take over; is acquiring; is buying; took over; a holding of; a part owner of; co-owned by; part of; was acquired by; acquired by; was bought by; bought by;
    a department of; an affiliate company of; a business of; based within; administered by; spun out by; run by; operated by; under the aegis of; under the umbrella of; under the command of; belongs to; headquartered under; parent company of; the parent company of; owns; a faction of; faction of; overseen by`
  ],
  [
    'splinter',
    `split from; split off from; split with; broke away from; broke with; break with; break ties with; broke off from; a breakaway from; a splinter of; a splinter group of; a breakaway faction of; seceded from; spun off from; spun out of; defected from; left; quit; broke ties with; cut ties with; an offshoot from`
  ],
  [
    'merger',
    `merged with; merged into; folded into; absorbed into; absorbed by; incorporated into; combined with; united with; reunited with; merging with; formed by an alliance of; agreed to merge with; to merge with`
  ],
  [
    'successor',
    `succeeded; succeeds; replaced; replaces; took over from; takes over from; successor to; the successor to; a successor to; the successor of; successor of; formerly known as; previously known as; renamed; rebranded as; predecessor of; the predecessor of; inherited from`
  ],
  [
    'family',
    `son of; a son of; the son of; daughter of; a daughter of; the daughter of; brother of; a brother of; the brother of; sister of; a sister of; the sister of; wife of; the wife of; husband of; the husband of; widow of; the widow of; father of; the father of; mother of; the mother of; cousin of; a cousin of; uncle of; aunt of; nephew of; niece of; grandson of; granddaughter of; grandfather of; grandmother of;
    married to; married; engaged to; divorced; stepson of; son-in-law of; father-in-law of; brother-in-law of; related to`
  ],
  [
    'other',
    `supplier to; a supplier to; supplier of; a supplier of; customer of; a customer of; a client of; client of; contractor for; a contractor for; distributor for; a distributor for; lender to; a lender to; creditor to; a creditor of; shareholder in; a shareholder in; investor in; an investor in; sponsor of; a sponsor of; the main sponsor of; signed a contract with; signed a deal with; reached a deal with; does business with; trades with; ruled; rules; ruled over; controls; controlled; governs; governed; occupies; occupied; produces; manufactures; operates; founded by; co-founded by; established by; created by; set up by; hosted by; invited by; invited; led by; headed by; based in; an agreement with; agreement with; an accord with; a deal with; creditor of; recruited; listed as a terrorist group by; designated by; banned by; outlawed by; blacklisted by; sanctioned by; produced by; manufactured by; trained by; advised by; recognised by; recognized by`
  ]
]

/** Phrases after which the thing told later stands first in the relation. */
export const REVERSED_PHRASES = new Set(
  'predecessor of; the predecessor of; owns; acquired; has acquired; bought; agreed to acquire; agreed to buy; will acquire; is to acquire; to acquire; plans to acquire; plans to buy; plans to take over; is acquiring; is buying; took over; a part owner of; parent company of; the parent company of'.split(
    '; '
  )
)

/** Nouns of kinship between an owner and a name: "Varga's brother Osk". */
export const KIN_NOUNS = `
son daughter brother sister wife husband widow widower father mother cousin uncle aunt nephew niece grandson granddaughter grandfather grandmother stepson stepdaughter
stepfather stepmother half-brother half-sister son-in-law daughter-in-law father-in-law mother-in-law brother-in-law sister-in-law fiancé fiancée fiance fiancee girlfriend boyfriend twin spouse partner
`

/** Nouns of ties after the name of what one is tied to: "a Varga supporter", "League member". */
export const DESCRIBED_TIES: readonly (readonly [string, RelationKind])[] = [
  ['supporter backer ally loyalist sympathiser sympathizer follower fan', 'ally'],
  ['member citizen national employee operative veteran recruit', 'member'],
  ['affiliate associate franchise offshoot', 'affiliate'],
  ['subsidiary unit branch division', 'part-of'],
  ['critic opponent rival', 'rival']
]

/** Nouns of other ties between an owner and a name: "the guild's ally, the League". */
export const TIE_NOUNS: readonly (readonly [string, RelationKind])[] = [
  ['ally backer supporter sponsor patron friend confidant', 'ally'],
  ['rival foe enemy opponent nemesis competitor', 'rival'],
  ['affiliate offshoot franchise proxy associate', 'affiliate'],
  ['subsidiary unit arm wing branch division', 'part-of'],
  ['successor predecessor', 'successor'],
  ['member', 'member']
]

import {HEADLINE_VERBS} from './headline-verbs.ts'

/** Whether a line only sends the reader elsewhere: "Read more about the harbour", "RELATED: ...". */
export function isTeaser(line: string): boolean {
  if (line.length > 160) return false
  return LABELLED_TEASER.test(line) || (TEASER.test(line) && !/[.!?]["”’']*$/.test(line)) || SIGN_UP.test(line)
}

/** Whether a line heads a list of links to other reports: "Related articles", "More from Harbour News". */
export function isRelatedHeading(line: string): boolean {
  return line.length <= 60 && RELATED_HEADING.test(line)
}

/** Whether a line is a headline that stands alone: no full stop, a verb in the present tense, as links in mid-text have. */
export function isLoneHeadline(line: string): boolean {
  const words = line.split(/\s+/)
  if (words.length < 5 || words.length > 14 || !/^["“‘']?[\p{Lu}\d]/u.test(line)) return false
  return !/[.!?:;,…—-]["”’']*$/.test(line) && words.slice(1).some(word => HEADLINE_VERBS.has(word.toLowerCase()))
}

/** Whether a line is a control or notice of the page: "Share", "Print", "Advertisement", "Copyright 2024 ...". */
export function isNavigation(line: string): boolean {
  return line.length <= 200 && (CONTROL.test(line) || NOTICE.test(line))
}

/** Whether a line lists the tags of the text: "Tags: harbour, trade". */
export function isTagLine(line: string): boolean {
  return line.length <= 1_000 && TAG_LINE.test(line)
}

/** The tags of a tag line; none where only their commas are left. */
export function tagsOf(line: string): string[] {
  const list = line.replace(TAG_LINE, '').split(/[,;|•·#]/)
  return [...new Set(list.map(tag => tag.trim()).filter(tag => /[\p{L}\d]/u.test(tag)))]
}

/** Whether a line begins the readers' comments: "Comments (3)", "Leave a reply". */
export function isCommentsHeading(line: string): boolean {
  return line.length <= 80 && COMMENTS_HEADING.test(line)
}

/** Who wrote the comment that this line begins: "• Ann says:", "Ann wrote:", "Ann on 3 May 2024 at 5:00 pm". */
export function commentAuthor(line: string): string | undefined {
  if (line.length > 120) return undefined
  return COMMENT_HEAD.exec(line)?.groups?.name?.trim()
}

/** Whether a line is a caption or photo credit. */
export function isCaption(line: string): boolean {
  return line.length <= 500 && (CAPTION_HEAD.test(line) || CAPTION_TAIL.test(line))
}

/** Whether a line is a note of the desk: "(Adds comment by minister)". */
export function isDeskNote(line: string): boolean {
  return line.length <= 300 && DESK_NOTE.test(line)
}

/** Whether a line begins with a list mark. */
export function isBulleted(line: string): boolean {
  return /^(?:[*•·▪●‣◦]|[-–]\s)\s*\S/.test(line)
}

const LABELLED_TEASER =
  /^(?:\W{0,3})(?:read more|read next|read also|also read|see also|more|related|watch|listen|photos?|gallery|must read|don['’]t miss|lesen sie auch|mehr zum thema|lire aussi|lea también|leia também)\s?[:|»>]\s?\S/i
const TEASER =
  /^(?:\W{0,3})(?:read (?:more|also|next|the full)|also read|see also|more (?:on|about|from)|click here|tap here|watch (?:the|more|live|this)|listen to (?:the|this)|full (?:story|coverage)|find out more|learn more)\b/i
const SIGN_UP =
  /^(?:\W{0,3})(?:sign up (?:for|to|here)|subscribe (?:to|now|here|today)|follow (?:us|@\w+|.{2,40} on (?:twitter|facebook|instagram|x|telegram|youtube))\b|like us on|join (?:our|us on)|download (?:our|the) app|get (?:our|the) (?:newsletter|app)|support (?:our|independent) journalism)/i
const RELATED_HEADING =
  /^(?:related(?: (?:articles?|stories|posts?|content|news|coverage|links|topics|reading))?|see also|read (?:more|next)|more (?:from|in|on|stories|news|coverage)\b.{0,40}|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|stories)|top stories|editors?['’]s? picks?|further reading|popular (?:posts|stories)|what to read next|don['’]t miss)\s?:?$/i
const CONTROL =
  /^(?:share(?: (?:this|on|via|with).{0,30})?|tweet|print(?: this.{0,20})?|e-?mail(?: this.{0,20})?|save|facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|copy link|home|menu|search|subscribe|sign (?:in|up)|log ?in|register|skip to (?:main )?content|advertisement|advertisements?|sponsored(?: content)?|close|back to top|next|previous|older posts|newer posts|contact(?: us)?|about(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?(?: policy)?|rss|newsletter|continue reading|load more|show more|reply|report|like)\s?:?$/i
const NOTICE =
  /^(?:\W{0,2}(?:copyright|©)\W|\(c\) \d{4}|all rights reserved|this (?:material|article) may not be (?:published|reproduced)|our standards: |terms of (?:use|service)\b|privacy policy\b)/i
const TAG_LINE =
  /^(?:tags?|tagged(?: (?:with|as|in|under))?|topics?|keywords?|filed under|categor(?:y|ies)|posted in|labels?|schlagw[oö]rter|themen|mots-clés|etiquetas)\s*(?::|\s[–—-]\s)\s*/i
const COMMENTS_HEADING =
  /^(?:(?:\d+|no|leave a|add a|post a|view|show|reader|user|join the) )?(?:comments?|replies|responses?|reply|discussion|kommentare?|conversation)(?: \(\d+\)|: \d+| on .{1,60}| to .{1,60}| from readers| below)?\s?:?$/i
const COMMENT_HEAD =
  /^(?:[•*·●-]\s*)?(?<name>[^\s:•*"“”][^:"“”]{0,50}?)(?: (?:says|said|wrote|writes|commented|replied|sagt|dit|dice)\s*:?$|(?: on|,| \||,? at| -)? (?:\p{L}+ \d{1,2},? \d{4}|\d{1,2} \p{L}+ \d{4}|\d{4}-\d\d-\d\d)(?:,? at| @|,)? \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: (?:says|said|reply))?:?$)/iu
const CAPTION_HEAD =
  /^(?:\[|\()?(?:file(?: |-)photo|photo(?:graph)?|image|picture|caption|illustration|photo credit|image credit|foto|bild|video still|pictured)\s?[:|]\s?\S/i
const CAPTION_TAIL =
  /(?:\((?:photo|image|picture|credit|foto|courtesy|ap photo|afp|reuters|getty)\b[^()]{0,80}\)|\[(?:photo|image|credit|file|ap photo|afp|reuters|getty)\b[^[\]]{0,80}\]|\b(?:REUTERS|AP Photo|AFP|EPA|Getty Images)\/[\p{L} ./-]{2,60}|\bGetty Images|(?:^|[.!?)] )(?:Image|Photo|Picture|Credit|Photo credit|Image credit): [^.!?]{2,80})\.?$/u
const DESK_NOTE =
  /^[([](?:adds?|updates?|updating|recasts?|corrects?|refiles?|repeats?|rewrites?|changes?|clarif(?:y|ies)|removes?|fixes|with |this (?:story|article) |story (?:has been )?(?:updated|corrected)|editor['’]s note|note:)\b.*[)\]]$|^(?:(?:press|news|media) (?:release|statement|notice)|for immediate release|embargoed(?: (?:until|till|for)\b.{0,60})?)$/i

/** How a letter is most often written in Latin letters: the letter, a space, its Latin form. A lone `-` stands for nothing. */
export const CYRILLIC_LETTERS = `
а a, б b, в v, г g, д d, е e, ё yo, ж zh, з z, и i, й y, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f, х kh, ц ts, ч ch, ш sh, щ shch,
ъ -, ы y, ь -, э e, ю yu, я ya, є ye, і i, ї yi, ґ g, ў u, ђ dj, ј j, љ lj, њ nj, ћ c, џ dz, ѓ gj, ќ kj, ѕ dz, қ q, ғ gh, ң ng, ө o, ұ u, ү u, һ h,
ә a, ҳ h, ҷ j, ӣ i, ӯ u, ҫ s, җ j, ѣ e, ѳ f, ѵ i
`

export const ARABIC_LETTERS = `
ا a, ب b, پ p, ت t, ٹ t, ټ t, ث th, ج j, چ ch, ح h, خ kh, څ ts, ځ dz, د d, ڈ d, ډ d, ذ dh, ر r, ڑ r, ړ r, ز z, ژ zh, ږ zh, س s, ش sh, ښ sh, ص s,
ض d, ط t, ظ z, ع -, غ gh, ف f, ڤ v, ق q, ک k, گ g, ګ g, ڭ ng, ل l, م m, ن n, ں n, ڼ n, ه h, و w, ۇ u, ۆ o, ۈ u, ۋ v, ی y, ء -
`

export const HEBREW_LETTERS = `
א a, ב b, ג g, ד d, ה h, ו v, ז z, ח h, ט t, י y, כ k, ל l, מ m, נ n, ס s, ע -, פ p, צ ts, ק k, ר r, ש sh, ת t
`

export const GREEK_LETTERS = `
α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o, π p, ρ r, σ s, τ t, υ y, φ f, χ ch, ψ ps, ω o
`

export const ARMENIAN_LETTERS = `
ա a, բ b, գ g, դ d, ե e, զ z, է e, ը y, թ t, ժ zh, ի i, լ l, խ kh, ծ ts, կ k, հ h, ձ dz, ղ gh, ճ ch, մ m, յ y, ն n, շ sh, ո o, չ ch, պ p, ջ j, ռ r,
ս s, վ v, տ t, ր r, ց ts, ւ v, փ p, ք k, օ o, ֆ f, և ev
`

export const GEORGIAN_LETTERS = `
ა a, ბ b, გ g, დ d, ე e, ვ v, ზ z, თ t, ი i, კ k, ლ l, მ m, ნ n, ო o, პ p, ჟ zh, რ r, ს s, ტ t, უ u, ფ p, ქ k, ღ gh, ყ q, შ sh, ჩ ch, ც ts, ძ dz,
წ ts, ჭ ch, ხ kh, ჯ j, ჰ h
`

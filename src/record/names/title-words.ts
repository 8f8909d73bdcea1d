/** Words before or after a person's name that are no part of it, folded. */
export const TITLES = `
mr mrs ms miss mx dr prof professor doctor sir dame lord lady madame madam monsieur mme mlle signor signora senor senora don dona herr frau fräulein
reverend rev father fr brother sister mother pastor bishop archbishop cardinal pope rabbi patriarch metropolitan
mullah mulla maulana maulvi mawlawi mawlana molvi moulvi mufti sheikh shaikh shaykh sheik cheikh shekh sayyid sayed syed seyed seyyed sayyed said saiyid ayatollah hojatoleslam
hajji haji hajj hadj hadji alhaj alhajj haj qari qadi ustad ustadh hafiz hafez emir akhund akhond akhundzada agha ostad khwaja mirza pir
general gen lieutenant lt colonel col captain capt sergeant sgt corporal admiral adm commander cmdr brigadier brig marshal commodore officer
inspector superintendent sheriff president premier chancellor senator sen representative congressman congresswoman governor gov mayor ambassador
minister secretary chairman chairwoman spokesman spokeswoman commissioner director eng engineer ing lic comrade comandante hon honorable honourable
king queen prince princess duke duchess count countess baron baroness ret retired jr sr junior senior ii iii iv phd md mba qc kc
гн господин доктор генерал полковник товарищ шейх мулла
الدکتور دکتور الشیخ شیخ السید سید الحاج حاجی ملا مولوی مولانا مفتی قاری استاد الاستاذ اللواء العمید العقید الجنرال جنرال آیت الله حجت الاسلام امیر
`

/** Titles that are names of people too: they weigh little, and are not dropped. */
export const TITLES_THAT_ARE_NAMES = `
said sayed syed sayyid haji haj hafiz mirza khwaja marshal major king prince duke baron bishop pope count lord sultan amir emir imam malik khan bey pasha
don ing chancellor mayor senior junior brother officer sergeant general pir agha cardinal امیر سید فادر
`

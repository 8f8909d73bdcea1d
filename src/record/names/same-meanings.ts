/**
 * Words of bodies' names in several languages, and their short forms: the words of one line mean the same, folded. Names of bodies are
 * half translated and half transliterated from text to text.
 */
export const SAME_MEANINGS = `
ministry ministerio ministere ministerium ministerstvo министерство vezarat vezarate wizarat wizara وزارت وزارة min
party partido parti partei partia partiya partija hizb hezb حزب партия
movement movimiento mouvement bewegung harakat harakah harakatul haraka tahrik tehrik tehreek حرکت حرکة движение
front frente جبهه jabhat jabha jebhat фронт
bank banco banque banca banka bankasi bonk банк بانک بنک
company compania compagnie kompaniya kompania sherkat sharikat shirkat sharika компания شرکت شرکه co
foundation fundacion fondation stiftung fundacja fond bonyad muassasat moasseseh fund фонд بنیاد مؤسسه vakfi
organization organisation organizacion organizatsiya organizacija sazman munazzamat tanzim tanzeem سازمان منظمه تنظیم организация org
association asociacion assoc assn asociatia assotsiatsiya jamiat jamiyat jamiyyat jamiyah jamia dernegi ассоциация جمعیه جمعیت
society sociedad societe gesellschaft obshchestvo obshestvo общество jamiyat
group grupo groupe gruppe gruppa gruppo grup группа گروه مجموعه grp
committee comite komitet komitee lajnat lajna کمیته لجنه комитет
council consejo conseil rat soviet sovet shura shoura shoora majlis совет شورای شوری مجلس
union sindicato syndicat soyuz ittihad itihad etehad союз اتحاد
army ejercito armee armia armiya jaysh jaish جیش армия ارتش
brigade brigada brigades liwa katibat کتیبه لواء бригада
islamic islamico islamique islami islamiya islamiyah islamiyya eslami اسلامی الاسلامیه
charity charitable khayriya khayriyyah khayriyah khairiya khairia خیریه
center centre centro zentrum tsentr markaz merkezi центр مرکز
institute instituto institut moassese institution институт پژوهشگاه
university universidad universite universitat universitet daneshgah jamiat jamiah университет دانشگاه جامعه
international internacional internationale mezhdunarodny beynalmelali duwaliya intl международный بین المللی
national nacional nationale natsionalny natsionalnaya milli wataniya vatani национальный ملی الوطنی
industries industrias industrie industry sanaye sanayeh sanayi صنایع промышленность ind inds
services servicios service servis serv svcs uslugi khadamat خدمات
trading trade comercial comercio commerce commercial tejarat tijara torgovy torgovaya bazargani تجارت بازرگانی
shipping navigation naviera keshtirani sudokhodnaya
oil petroleum petroleo petrole neft naft نفت нефть
development desarrollo tosee toseh developpement entwicklung razvitiya توسعه развития dev
export saderat eksport exportacion صادرات экспорт
news noticias akhbar novosti nachrichten اخبار новости
agency agencia agence agentur agentstvo khabargozari wikalat وکاله خبرگزاری агентство
state estado etat staat dawlah dawla dowlat daulat государство دوله دولت
people peoples pueblo popular peuple narod narodny narodnaya mardom shaab народ خلق
brothers bros
manufacturing mfg
engineering eng
department dept departamento
government govt gobierno gouvernement
corporation corp
limited ltd
technology tech tecnologia
saint st sankt san santa
mount mt
`

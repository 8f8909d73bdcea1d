/** Bodies that readers of news everywhere know, most by their letters; "=" parts the names of one body. */
export const BODIES = `
United Nations = UN = U.N., UN Security Council = Security Council = United Nations Security Council, General Assembly, UNESCO, UNICEF, UNHCR, UNRWA, World Health Organization = WHO = World Health Organisation, World Bank, International Monetary Fund = IMF, World Trade Organization = WTO,
ILO, IAEA, INTERPOL, Interpol, Europol, International Criminal Court = ICC, International Court of Justice = ICJ, European Union = EU = E.U., European Commission, European Parliament, European Council, European Court of Human Rights,
European Central Bank = ECB, NATO, OSCE, OPEC, ASEAN, African Union = AU, ECOWAS, Arab League, Gulf Cooperation Council = GCC, Organization of Islamic Cooperation = OIC, Mercosur, BRICS, G7, G8, G20,
Red Cross, Red Crescent, International Committee of the Red Cross = ICRC, Amnesty International, Human Rights Watch = HRW, Greenpeace, Oxfam, Doctors Without Borders = Médecins Sans Frontières = MSF,
Reporters Without Borders = RSF, Transparency International, International Crisis Group, Save the Children, FIFA, UEFA, IOC, NBA, NFL, NASA, FBI, CIA, NSA, DEA, ATF, DHS, FDA, CDC, EPA, SEC, IRS, FEMA, NIH, FAA,
State Department = Department of State = US State Department = U.S. State Department, Justice Department = Department of Justice, Defense Department = Department of Defense, Treasury = Treasury Department, Pentagon, White House, Congress, Senate, House of Representatives, Supreme Court, Federal Reserve, Kremlin, Downing Street, Whitehall,
Parliament, House of Commons, House of Lords, Bundestag, Bundesrat, Knesset, Duma, State Duma, Scotland Yard, Metropolitan Police, MI5, MI6, GCHQ, Mossad, Shin Bet, KGB, FSB, GRU, SVR, ISI,
Republican Party = GOP, Democratic Party, Labour Party, Conservative Party, Labour, Liberal Democrats, Communist Party, Google, Microsoft, Apple, Facebook, Meta, Twitter, YouTube, Amazon, Telegram, WhatsApp, TikTok, Instagram,
Boeing, Airbus, Toyota, Volkswagen, Siemens, Samsung, Shell, BP, ExxonMobil, Gazprom, Rosneft, Aramco, Saudi Aramco, Huawei, Enron, Goldman Sachs, JPMorgan, Citigroup, HSBC, Deutsche Bank, General Motors, Ford, IBM, Intel,
Harvard = Harvard University, Yale, Stanford, MIT, Oxford University, Cambridge University, al Qaeda = al Qaida, Islamic State = ISIS = ISIL = IS = Daesh, Taliban, Hamas, Hezbollah = Hizbollah = Hizbullah, Boko Haram,
al Shabaab, Muslim Brotherhood, Islamic Jihad, Fatah, PLO, PKK, YPG, FARC, IRA, ETA, Houthis, Ku Klux Klan
`

/** The last word of many organisations' names: "Ministry" and the like also stand first, before "of". */
export const ORGANISATION_HEADS = `
academy administration agency airlines archdiocese airways alliance army assembly association authority bank battalion board brigade brigades bureau cabinet centre center chamber church
cartel clinic club coalition coastguard collective college command commission committee company confederation conference congress consortium consulate convention diocese cooperative corporation corps council court department
directorate division embassy emirate enterprises faction faculty federation fighters firm fleet force forces foundation front government fund group guard guards guild headquarters holding holdings hospital house
inc industries infirmary initiative inquiry institute institution international laboratory laboratories league legion llc ltd limited militia ministry mission mosque movement museum navy network
observatory office organisation organization parliament partners partnership party plc police programme project regiment resistance school secretariat senate service services society squad
staff syndicate systems technologies trust tribunal union unit university watch wing monastery seminary corp co gmbh ag sa pharmaceuticals motors airlines telecom
`

/** The last word of many places' names. */
export const PLACE_HEADS = `
airport avenue bay beach boulevard bridge camp canal cape castle city coast county creek desert district forest fort gate gulf harbour harbor heights highway hill hills island islands isle lake
lane mount mountain mountains ocean park pass peninsula plain plateau plaza port province region republic river road sea square state station strait street suburb territory town
valley village volcano governorate prefecture oblast canton
`

/** The last word of many events' names. */
export const EVENT_HEADS = `
war wars battle siege revolution uprising intifada election elections referendum olympics games cup championship championships festival summit conference congress massacre
genocide holocaust earthquake hurricane typhoon cyclone tsunami pandemic outbreak crisis coup attack attacks bombing bombings accords accord spring ceremony tournament prix expo
forum fair marathon inquest operation offensive ceasefire armistice
`

/** Words that stand first in a name of an event. */
export const EVENT_FIRSTS = `operation hurricane typhoon battle siege treaty cyclone storm`

/** The last word of many works' names: laws, treaties, prizes, papers. */
export const WORK_HEADS = `
act bill law treaty convention protocol agreement accord charter constitution declaration resolution report code award prize plan pact amendment directive regulation trial study doctrine manifesto pipeline
`

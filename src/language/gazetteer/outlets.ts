/** Newspapers, agencies and broadcasters known around the world. */
export const OUTLETS = `
Reuters, Associated Press, AP, Agence France-Presse, AFP, Bloomberg, Bloomberg News, dpa, DPA, EFE, ANSA, TASS, Tass, Itar-Tass, RIA Novosti, Interfax, Xinhua, Kyodo, Yonhap, IRNA, Anadolu Agency, Anadolu, SANA, PTI, Press Trust of India,
BBC, BBC News, CNN, CNN International, Fox News, NBC, NBC News, MSNBC, CNBC, ABC News, CBS, CBS News, PBS, NPR, C-SPAN, Sky News, ITV, ITV News, Channel 4, Channel 4 News, Al Jazeera, Al-Jazeera, al-Jazeera, Al Arabiya, Al-Arabiya, RT, Russia Today, Sputnik, CCTV, CGTN, France 24,
Deutsche Welle, DW, Euronews, Radio Free Europe, RFE/RL, Radio Free Europe/Radio Liberty, Voice of America, VOA, Radio Liberty, Press TV, TRT, NHK, CBC, RTÉ, TOLOnews, Geo News, NDTV, Univision,
New York Times, Washington Post, Wall Street Journal, Los Angeles Times, USA Today, Chicago Tribune, Boston Globe, Miami Herald, New York Post, Daily News, Politico, Axios, HuffPost, Huffington Post, BuzzFeed, BuzzFeed News, Vox, Vice News, The Intercept,
ProPublica, Breitbart, Breitbart News, Daily Beast, The Atlantic, The New Yorker, New Yorker, Foreign Policy, Foreign Affairs, Time magazine, Newsweek, The Economist, Economist, Financial Times, Guardian, The Guardian, Observer, The Times, Sunday Times, Daily Telegraph, Telegraph, The Independent,
Daily Mail, Daily Mirror, The Sun, Der Spiegel, Spiegel, Bild, Die Zeit, Die Welt, Süddeutsche Zeitung, Frankfurter Allgemeine Zeitung, Le Monde, Le Figaro, Libération, El País, El Pais, El Mundo, La Repubblica, Corriere della Sera, La Stampa, Haaretz, Jerusalem Post, Times of Israel, Yedioth Ahronoth,
Hürriyet, Hurriyet, Kommersant, Novaya Gazeta, Pravda, Izvestia, Meduza, Kyiv Post, Kyiv Independent, Times of India, The Hindu, Hindustan Times, Indian Express, Dawn, South China Morning Post, People's Daily, Global Times, Asahi Shimbun, Japan Times, Straits Times,
Sydney Morning Herald, The Australian, Globe and Mail, Toronto Star, Irish Times, Scotsman, Asharq al-Awsat, Al-Ahram, Al-Hayat, Bellingcat, Wikinews, WikiLeaks, Amaq, Al Manar, Al-Manar, National Geographic, Rolling Stone, Vanity Fair, Forbes, Fortune
`

/** Words that tell an outlet's name, as its last word or its only one with a place or an adjective. */
export const OUTLET_HEADS = `
times post news journal daily herald tribune gazette chronicle observer telegraph radio tv television magazine newspaper press broadcasting media weekly courier examiner globe mirror mail inquirer review
dispatch bulletin sun star standard echo express zeitung presse agencia agency wire broadcaster channel blog
`

/** Nouns before or after a name that say it is an outlet's: "the newspaper Dawn", "Dawn newspaper". */
export const OUTLET_NOUNS = `newspaper daily weekly magazine broadcaster radio station channel agency website outlet tabloid paper blog television network journal newswire portal`

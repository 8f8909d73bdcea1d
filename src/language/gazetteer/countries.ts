/** Countries and territories; then what their people and things are called. One country a line: name, other names; adjective; people. */
export const COUNTRIES = `
Afghanistan; Afghan; Afghans
Albania; Albanian; Albanians
Algeria; Algerian; Algerians
Andorra; Andorran; Andorrans
Angola; Angolan; Angolans
Argentina; Argentine, Argentinian; Argentines, Argentinians
Armenia; Armenian; Armenians
Australia; Australian; Australians
Austria; Austrian; Austrians
Azerbaijan; Azerbaijani, Azeri; Azerbaijanis, Azeris
Bahamas; Bahamian; Bahamians
Bahrain; Bahraini; Bahrainis
Bangladesh; Bangladeshi; Bangladeshis
Barbados; Barbadian; Barbadians
Belarus; Belarusian, Belarussian; Belarusians
Belgium; Belgian; Belgians
Belize; Belizean; Belizeans
Benin; Beninese;
Bermuda; Bermudian; Bermudians
Bhutan; Bhutanese;
Bolivia; Bolivian; Bolivians
Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina; Bosnian; Bosnians
Botswana; Botswanan; Batswana
Brazil; Brazilian; Brazilians
Brunei; Bruneian; Bruneians
Bulgaria; Bulgarian; Bulgarians
Burkina Faso; Burkinabe;
Burundi; Burundian; Burundians
Cambodia; Cambodian; Cambodians
Cameroon; Cameroonian; Cameroonians
Canada; Canadian; Canadians
Cape Verde, Cabo Verde; Cape Verdean; Cape Verdeans
Central African Republic, CAR; Central African;
Chad; Chadian; Chadians
Chile; Chilean; Chileans
China, People's Republic of China, PRC; Chinese;
Colombia; Colombian; Colombians
Comoros; Comorian; Comorians
Congo, Republic of the Congo, Congo-Brazzaville; Congolese;
Democratic Republic of the Congo, Democratic Republic of Congo, DRC, DR Congo; Congolese;
Costa Rica; Costa Rican; Costa Ricans
Croatia; Croatian; Croatians, Croats
Cuba; Cuban; Cubans
Cyprus; Cypriot; Cypriots
Czech Republic, Czechia; Czech; Czechs
Denmark; Danish; Danes
Djibouti; Djiboutian; Djiboutians
Dominica; ;
Dominican Republic; Dominican; Dominicans
East Timor, Timor-Leste; East Timorese;
Ecuador; Ecuadorian, Ecuadorean; Ecuadorians, Ecuadoreans
Egypt; Egyptian; Egyptians
El Salvador; Salvadoran; Salvadorans
England; English; Englishmen
Equatorial Guinea; Equatoguinean;
Eritrea; Eritrean; Eritreans
Estonia; Estonian; Estonians
Eswatini, Swaziland; Swazi; Swazis
Ethiopia; Ethiopian; Ethiopians
Fiji; Fijian; Fijians
Finland; Finnish; Finns
France; French; Frenchmen
Gabon; Gabonese;
Gambia; Gambian; Gambians
Gaza, Gaza Strip; Gazan; Gazans
Georgia; Georgian; Georgians
Germany, East Germany, West Germany; German; Germans
Ghana; Ghanaian; Ghanaians
Gibraltar; Gibraltarian;
Greece; Greek; Greeks
Greenland; Greenlandic; Greenlanders
Grenada; Grenadian; Grenadians
Guatemala; Guatemalan; Guatemalans
Guinea; Guinean; Guineans
Guinea-Bissau; ;
Guyana; Guyanese;
Haiti; Haitian; Haitians
Honduras; Honduran; Hondurans
Hong Kong; Hongkonger; Hongkongers
Hungary; Hungarian; Hungarians
Iceland; Icelandic; Icelanders
India; Indian; Indians
Indonesia; Indonesian; Indonesians
Iran, Islamic Republic of Iran; Iranian; Iranians
Iraq; Iraqi; Iraqis
Ireland, Northern Ireland, Republic of Ireland; Irish; Irishmen
Israel; Israeli; Israelis
Italy; Italian; Italians
Ivory Coast, Côte d'Ivoire, Cote d'Ivoire; Ivorian; Ivorians
Jamaica; Jamaican; Jamaicans
Japan; Japanese;
Jordan; Jordanian; Jordanians
Kazakhstan; Kazakh, Kazakhstani; Kazakhs, Kazakhstanis
Kenya; Kenyan; Kenyans
Kiribati; ;
Kosovo; Kosovar, Kosovan; Kosovars, Kosovans
Kuwait; Kuwaiti; Kuwaitis
Kyrgyzstan; Kyrgyz;
Laos; Laotian, Lao; Laotians
Latvia; Latvian; Latvians
Lebanon; Lebanese;
Lesotho; Basotho;
Liberia; Liberian; Liberians
Libya; Libyan; Libyans
Liechtenstein; ;
Lithuania; Lithuanian; Lithuanians
Luxembourg; Luxembourgish; Luxembourgers
Macau, Macao; Macanese;
Macedonia, North Macedonia; Macedonian; Macedonians
Madagascar; Malagasy;
Malawi; Malawian; Malawians
Malaysia; Malaysian; Malaysians
Maldives; Maldivian; Maldivians
Mali; Malian; Malians
Malta; Maltese;
Marshall Islands; Marshallese;
Mauritania; Mauritanian; Mauritanians
Mauritius; Mauritian; Mauritians
Mexico; Mexican; Mexicans
Micronesia; Micronesian; Micronesians
Moldova; Moldovan; Moldovans
Monaco; Monegasque;
Mongolia; Mongolian; Mongolians
Montenegro; Montenegrin; Montenegrins
Morocco; Moroccan; Moroccans
Mozambique; Mozambican; Mozambicans
Myanmar, Burma; Burmese;
Namibia; Namibian; Namibians
Nauru; Nauruan;
Nepal; Nepali, Nepalese; Nepalis
Netherlands, Holland; Dutch; Dutchmen
New Zealand; New Zealander; New Zealanders
Nicaragua; Nicaraguan; Nicaraguans
Niger; Nigerien; Nigeriens
Nigeria; Nigerian; Nigerians
North Korea, DPRK; North Korean; North Koreans
Norway; Norwegian; Norwegians
Oman; Omani; Omanis
Pakistan; Pakistani; Pakistanis
Palau; Palauan; Palauans
Palestine, West Bank, Palestinian Territories; Palestinian; Palestinians
Panama; Panamanian; Panamanians
Papua New Guinea; Papua New Guinean;
Paraguay; Paraguayan; Paraguayans
Peru; Peruvian; Peruvians
Philippines; Filipino, Philippine; Filipinos
Poland; Polish; Poles
Portugal; Portuguese;
Puerto Rico; Puerto Rican; Puerto Ricans
Qatar; Qatari; Qataris
Romania; Romanian; Romanians
Russia, Russian Federation; Russian; Russians
Rwanda; Rwandan; Rwandans
Saint Lucia, St. Lucia; ;
Samoa; Samoan; Samoans
San Marino; ;
Saudi Arabia, Kingdom of Saudi Arabia; Saudi, Saudi Arabian; Saudis
Scotland; Scottish; Scots
Senegal; Senegalese;
Serbia; Serbian; Serbians, Serbs
Seychelles; Seychellois;
Sierra Leone; Sierra Leonean; Sierra Leoneans
Singapore; Singaporean; Singaporeans
Slovakia; Slovak, Slovakian; Slovaks
Slovenia; Slovenian; Slovenians
Solomon Islands; ;
Somalia; Somali; Somalis
Somaliland; ;
South Africa; South African; South Africans
South Korea, Republic of Korea, Korea; South Korean, Korean; South Koreans, Koreans
South Sudan; South Sudanese;
Soviet Union, USSR; Soviet; Soviets
Spain; Spanish; Spaniards
Sri Lanka; Sri Lankan; Sri Lankans
Sudan; Sudanese;
Suriname; Surinamese;
Sweden; Swedish; Swedes
Switzerland; Swiss;
Syria, Syrian Arab Republic; Syrian; Syrians
Taiwan; Taiwanese;
Tajikistan; Tajik, Tajikistani; Tajiks
Tanzania; Tanzanian; Tanzanians
Thailand; Thai; Thais
Tibet; Tibetan; Tibetans
Togo; Togolese;
Tonga; Tongan; Tongans
Trinidad and Tobago, Trinidad; Trinidadian; Trinidadians
Tunisia; Tunisian; Tunisians
Turkey, Türkiye; Turkish; Turks
Turkmenistan; Turkmen; Turkmens
Uganda; Ugandan; Ugandans
Ukraine; Ukrainian; Ukrainians
United Arab Emirates, UAE, U.A.E.; Emirati; Emiratis
United Kingdom, UK, U.K., Britain, Great Britain; British; Britons, Brits
United States, United States of America, US, U.S., USA, U.S.A., America; American; Americans
Uruguay; Uruguayan; Uruguayans
Uzbekistan; Uzbek, Uzbekistani; Uzbeks
Vanuatu; ;
Vatican, Vatican City, Holy See; ;
Venezuela; Venezuelan; Venezuelans
Vietnam; Vietnamese;
Wales; Welsh; Welshmen
Western Sahara; Sahrawi; Sahrawis
Yemen; Yemeni; Yemenis
Yugoslavia; Yugoslav; Yugoslavs
Zambia; Zambian; Zambians
Zimbabwe; Zimbabwean; Zimbabweans
`

/** Adjectives and nouns for peoples, continents and faiths that are no country's; the plural is made with -s where it follows. */
export const PEOPLES = `
African, Asian, European, Western, Eastern, Arab, Arabian, Kurd, Kurdish, Pashtun, Hazara, Baloch, Baluch, Uighur, Uyghur, Rohingya, Tuareg, Hausa,
Yoruba, Igbo, Zulu, Hutu, Tutsi, Tamil, Sinhalese, Sikh, Hindu, Muslim, Moslem, Christian, Catholic, Protestant, Orthodox, Jew, Jewish, Sunni, Shia, Shiite,
Shi'ite, Alawite, Druze, Yazidi, Yezidi, Copt, Coptic, Islamic, Islamist, Salafi, Salafist, Wahhabi, Buddhist, Mormon, Bedouin, Berber, Chechen, Dagestani, Abkhaz,
Ossetian, Basque, Catalan, Corsican, Flemish, Walloon, Bavarian, Sicilian, Gypsy, Roma, Inuit, Maori, Aboriginal, Latin, Latino, Hispanic, Caribbean, Slavic,
Balkan, Baltic, Scandinavian, Nordic, Persian, Punjabi, Bengali, Kashmiri, Sindhi, Gujarati, Cantonese, Mandarin, Arabic, Farsi, Dari, Pashto, Urdu, Hindi,
Hebrew, Yiddish, Swahili, Texan, Californian, Londoner, Parisian, Republican, Democrat, Democratic, Tory, Communist, Marxist, Maoist, Zionist, Nazi, Socialist,
Islamists, Kurds, Jews, Arabs, Muslims, Christians, Africans, Asians, Europeans, Westerners, Republicans, Democrats, Latinos
`

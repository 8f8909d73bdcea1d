/** Regions, seas, mountains and parts of the world that news names without saying what they are. */
export const REGIONS = `
Africa, Antarctica, Asia, Europe, North America, South America, Latin America, Central America, Central Asia, South Asia, Southeast Asia, East Asia,
Western Europe, Eastern Europe, Central Europe, West Africa, East Africa, North Africa, Southern Africa, Sub-Saharan Africa, Horn of Africa, Middle East,
Near East, Far East, Arabian Peninsula, Sinai, Sinai Peninsula, Sahel, Sahara, Maghreb, Levant, Balkans, Caucasus, Baltics, Scandinavia, Iberia, Crimea, Donbas,
Donbass, Donetsk, Luhansk, Kashmir, Punjab, Sindh, Balochistan, Baluchistan, Khyber Pakhtunkhwa, Waziristan, North Waziristan, South Waziristan, Helmand,
Kandahar, Kurdistan, Iraqi Kurdistan, Xinjiang, Inner Mongolia, Manchuria, Kaliningrad, Siberia, Chechnya, Dagestan, Ingushetia, Abkhazia, South Ossetia,
Nagorno-Karabakh, Transnistria, Darfur, Tigray, Oromia, Puntland, Jubaland, Kivu, North Kivu, South Kivu, Katanga, Biafra, Catalonia, Andalusia, Galicia,
Bavaria, Saxony, Tuscany, Sicily, Sardinia, Corsica, Normandy, Brittany, Flanders, Wallonia, Ulster, Cornwall, Yorkshire, Kent, Essex, Sussex, Surrey, Anatolia, Mesopotamia,
Golan Heights, Jerusalem, East Jerusalem, Mediterranean, Mediterranean Sea, Black Sea, Red Sea, Caspian Sea, Aegean Sea, Baltic Sea, North Sea, South China Sea, East China Sea, Persian Gulf, Gulf of Aden, Gulf of Mexico,
Gulf of Guinea, Atlantic, Atlantic Ocean, Pacific, Pacific Ocean, Indian Ocean, Arctic, Arctic Ocean, Arabian Sea, Bay of Bengal, English Channel, Strait of Hormuz, Bab el-Mandeb,
Suez Canal, Panama Canal, Nile, Tigris, Euphrates, Danube, Rhine, Volga, Amazon, Mississippi, Ganges, Indus, Mekong, Yangtze, Himalayas, Alps, Andes, Pyrenees, Caribbean,
Guantanamo Bay, Guantánamo, Guantanamo, Falkland Islands, Falklands, Canary Islands, Galapagos, Polynesia, Melanesia, Capitol Hill, Wall Street, Silicon Valley, Hollywood,
Manhattan, Brooklyn, Queens, Bronx, Staten Island, Harlem, Tahrir Square, Red Square, Tiananmen Square, Downing Street, West Coast, East Coast, Midwest, New England, Deep South, Gulf Coast, Bay Area, Mars, Earth
`

/** States of the United States and provinces of Canada and Australia. */
export const STATES = `
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas,
Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico,
New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia,
Washington, West Virginia, Wisconsin, Wyoming, District of Columbia, Washington D.C., Washington, D.C., D.C., Ontario, Quebec, Nova Scotia, New Brunswick, Manitoba, British Columbia,
Prince Edward Island, Saskatchewan, Alberta, Newfoundland, New South Wales, Queensland, South Australia, Tasmania, Victoria, Western Australia, Northern Territory
`

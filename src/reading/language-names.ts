/** Languages in which people are reported to have spoken; English is none of them, for reports in English translate nothing from it. */
export const LANGUAGE_NAMES = `
Afrikaans Albanian Amharic Arabic Aramaic Armenian Azerbaijani Azeri Balochi Bambara Basque Belarusian Bengali Berber Bosnian Breton Bulgarian Burmese
Cantonese Catalan Cebuano Chechen Chinese Cornish Corsican Creole Croatian Czech Danish Dari Dinka Dutch Esperanto Estonian Farsi Finnish Flemish French
Fulani Gaelic Galician Georgian German Greek Greenlandic Gujarati Hausa Hawaiian Hebrew Hindi Hmong Hungarian Icelandic Igbo Indonesian Inuktitut Irish
Italian Japanese Javanese Kannada Kashmiri Kazakh Khmer Kinyarwanda Kirundi Korean Kurdish Kurmanji Kyrgyz Lao Latin Latvian Lingala Lithuanian
Luxembourgish Macedonian Malagasy Malay Malayalam Maltese Mandarin Maori Māori Marathi Mongolian Navajo Nepali Norwegian Oromo Papiamento Pashto Persian
Polish Portuguese Punjabi Quechua Romani Romanian Russian Sami Samoan Sanskrit Serbian Shona Sindhi Sinhala Slovak Slovenian Somali Sorani Sotho
Spanish Swahili Swedish Swiss-German Tagalog Tajik Tamazight Tamil Tatar Telugu Thai Tibetan Tigrinya Turkish Turkmen Twi Ukrainian Urdu Uyghur Uzbek
Vietnamese Welsh Wolof Xhosa Yiddish Yoruba Zulu
`

/** Words before a person's name that are no part of it. "of" and "for" may join them: "Secretary of State". */
export const HONORIFICS = `
Mr Mr. Mrs Mrs. Ms Ms. Miss Mx Mx. Dr Dr. Prof Prof. Professor Doctor Sir Dame Lord Lady Madame Madam Monsieur Signor Señor Herr Frau Reverend Rev. Rev Father Fr. Brother Sister Mother Pastor Bishop Archbishop Cardinal Pope Rabbi Imam
Mullah Maulana Maulvi Mawlawi Molvi Mufti Sheikh Shaikh Shaykh Sheik Sayyid Sayed Syed Ayatollah Hojatoleslam Hajji Haji Hajj Qari Qadi Ustad Hafiz Emir Amir Sultan King Queen Prince Princess Duke Duchess Count Countess Baron Baroness Emperor Empress Caliph
General Gen. Gen Lieutenant Lt. Lt Colonel Col. Col Major Maj. Maj Captain Capt. Capt Sergeant Sgt. Sgt Corporal Cpl. Private Pvt. Admiral Adm. Commander Cmdr. Cmdr Brigadier Brig. Marshal Commodore Officer Detective Inspector Superintendent Constable Sheriff Deputy Chief Warden Agent
President Vice-President Premier Chancellor Senator Sen. Sen Senators Sens. Sens Representative Rep. Rep Reps. Reps Congressman Congresswoman Governor Gov. Gov Mayor Ambassador Consul Minister Secretary Undersecretary Chairman Chairwoman Chairperson Speaker Judge Justice Magistrate Attorney Counsel Prosecutor Councillor Councilman Councilwoman Alderman Delegate Commissioner
Director Coach Dean Rector Provost Principal Envoy Spokesman Spokeswoman Spokesperson Analyst Editor Correspondent Reporter Author Activist Lawyer Leader Founder Commandant Warlord Candidate Comrade Hon. Honorable Honourable MP MEP Saint St. St CEO CFO CTO COO
`

/** Words that come inside a title of several words, before its last: "Deputy Prime Minister", "Senior Foreign Correspondent". */
export const TITLE_PARTS = `
Prime Vice Deputy Deputies Assistant Associate Acting Former Then Ex Interim Late Senior Junior Chief Lead Foreign Interior Defense Defence Finance Justice Health Education Energy Environment Agriculture Trade Transport Transportation
Labor Labour Culture Information Oil Home Internal Security National State Federal Attorney Solicitor Surgeon Inspector Secretary Under Special Supreme Grand Crown House Senate Majority Minority Opposition Party Executive Managing General Lieutenant Major Brigadier Rear Field Air Staff Sergeant First Lady
Intelligence Police Military Army Navy Press Commerce Treasury Communications Economy Planning Justice Director Minister President Supreme Nobel Laureate Team Project Programme Program Policy Research Investigative War Defence Bureau
`

/** Honorifics that only a woman, or only a man, is given. */
export const FEMALE_TITLES = `
mrs mrs. ms ms. miss dame lady madame madam sister mother queen princess duchess countess baroness empress frau congresswoman chairwoman councilwoman spokeswoman actress mum mom widow wife daughter aunt grandmother niece girlfriend heroine policewoman businesswoman stepmother saleswoman
`

export const MALE_TITLES = `
mr mr. sir lord monsieur herr señor father fr. brother king prince duke count baron emperor caliph mullah maulana maulvi mawlawi mufti sheikh shaikh shaykh sheik sayyid ayatollah imam pope cardinal bishop archbishop rabbi sultan emir qari congressman chairman councilman spokesman alderman actor dad widower
husband son uncle grandfather nephew boyfriend hero policeman businessman stepfather salesman gunman warlord
`

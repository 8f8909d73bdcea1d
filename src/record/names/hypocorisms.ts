/** Short and pet forms of forenames: the names of one line may stand for each other. */
export const HYPOCORISMS = `
abigail abby abbie gail
abraham abe bram avraham ibrahim
albert al bert bertie
alexander alex alec sandy sasha xander alejandro aleksandr oleksandr aleksander sacha iskander
alexandra alex sandra sasha lexi
alfred alf alfie fred
amanda mandy
andrew andy drew andrei andriy
ann anna anne annie nan nancy anya hannah
anthony tony anton antonio
archibald archie
arthur art artie
augustus gus
barbara barb babs
bartholomew bart
benjamin ben benny benji benyamin
bernard bernie
boris borya
bradley brad
calvin cal
cameron cam
caroline carrie carol lina
catherine katherine kathryn kate katie kathy cathy kitty kay katya ekaterina yekaterina
charles charlie chuck carlos carl karl
charlotte lottie charlie
christian chris
christina christine tina chris chrissy
christopher chris kit topher
clifford cliff
cornelius neil
cynthia cindy
daniel dan danny danil
david dave davy davey daud dawood
deborah debbie debra deb
dennis denny
dmitry dmitri dima mitya dmytro
donald don donnie
dorothy dot dottie dolly
douglas doug
edmund ed eddie ned ted
eduardo lalo edu eddie
ernesto neto
enrique quique kike
guadalupe lupe lupita
lorenzo lencho lorencio
alberto beto tito
gregorio goyo
antonio tono tony
rodolfo rodo fito
adolfo fito
concepcion concha conchita
dolores lola lolita
rosario chayo charo
mercedes meche
vicente chente
salvador chava
edward ed eddie ned ted teddy edek eduard
eleanor ellie nell nora
elizabeth liz lizzie beth betty betsy eliza lisa elsie libby bess elisabeth yelizaveta liza
emily em emma
eugene gene evgeny yevgeny zhenya
evgeny zhenya
ezekiel zeke
florence flo
frances fran frankie fanny
francis frank frankie francisco paco pancho
francisco paco pancho cisco
frederick fred freddie fritz friedrich
gabriel gabe jibril
genevieve jenny
geoffrey jeffrey geoff jeff
george georgie jorge yuri giorgi georgy
gerald gerry jerry
gerard gerry
gilbert gil
grigory grisha gregory greg
guillermo memo
harold harry hal
harrison harry
henry harry hank hal enrique heinrich
herbert herb bert
hubert bert
ignacio nacho
isaac ike ishaq
isabella isabel bella izzy
ivan vanya john
jacob jake jack yakov yaqub
jacqueline jackie
james jim jimmy jamie jaime
janet jan
jean jeannie
jennifer jen jenny
jeremiah jeremy jerry
jerome jerry
jessica jess jessie
jesus chucho chuy
joanna jo joan
john jack johnny jon ivan juan jan ian sean giovanni
jonathan jon johnny nathan
jose pepe chepe joseph
joseph joe joey jose pepe yusuf iosif josef
joshua josh
judith judy
julia julie
kenneth ken kenny
konstantin kostya
lawrence laurence larry laurie lars
leonard len lenny leo
leopold leo
lewis lou louis
louis lou louie luis ludwig
lucy lucille
luis lucho
madeline maddie
manuel manny manolo
margaret maggie meg peggy marge greta daisy rita margarita
maria mary masha marie miriam maryam mariya
mark marc marcus marco
martin marty
mary molly polly maria may marie
matthew matt matty matvei
maxim max maksim maxwell
michael mike mick mickey misha mikhail miguel mikey mikael
mikhail misha
mildred millie
mohammed mo hamada
morris maurice moe
nadezhda nadya
natalia natalie natasha nataliya
nathaniel nathan nat nate
nicholas nick nicky nicolas nikolai kolya nico klaus
nikolai kolya nick
norman norm
oleg olezhka
oliver ollie
olga olya
pamela pam
patricia pat patty trish tricia
patrick pat paddy
pavel pasha paul
percival percy
peter pete pyotr petr pedro
philip phil phillip pip felipe
rafael rafa
ramon moncho
randolph randy
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich richie ricky ricardo
robert bob rob bobby robbie bert roberto
roberto beto
roger rodger
roland rollie
ronald ron ronnie
rosemary rose
rudolph rudy rolf
russell russ
samantha sam sammy
samuel sam sammy
sebastian seb bastian
sergei seryozha serhiy sergio serge
sharon shari
sidney sid
solomon sol suleiman
stanislav stas slava
stanley stan
stephanie steph
stephen steven steve stevie stefan esteban stepan
susan sue susie suzy suzanne
svetlana sveta
sylvester sly
tatiana tanya
terence terry
teresa theresa terry tess tessa
thaddeus tad
theodore ted teddy theo fyodor
thomas tom tommy tomas
timothy tim timmy timofey
valentina valya
valery valera
vasily vasya basil
veronica ronnie nika
victor vic vitya viktor
victoria vicky tori vika
vincent vince vinny
viktor vitya
virginia ginny
vladimir vova volodya vlad volodymyr
vyacheslav slava
wallace wally
walter walt wally
wilfred wilf
william bill billy will willie liam wilhelm guillermo
winston win
yaroslav slava
yekaterina katya
yevgeny zhenya
yuri yura
zachary zach zack
abdulrahman abdu
abdullah abdul abdallah
ahmad ahmed hamada
ebrahim ibrahim
fatima fatma fatemeh
mustafa mostafa
mahmoud hamada
hussein hossein husain
khadija khadijeh
`

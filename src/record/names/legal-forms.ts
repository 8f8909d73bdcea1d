/** What kind of body a name's last or first word says it is in law, folded and without stops. */
export const LEGAL_FORMS = `
ltd limited llc llp lp plc inc incorporated corp corporation co company gmbh ag kg kgaa ug ohg gbr ev se sa sas sarl sasu srl spa snc sapi cv rl ltda limitada cia ca eirl
ab as asa oy oyj aps bv nv vof bvba sprl kft zrt rt bt nyrt sro doo dooel ad ead ood eood kd jsc ojsc cjsc pjsc ooo oao zao pao ao tov tdv too chp fze fzco fzc fzllc
dmcc llp pte pty pvt private sdn bhd berhad tbk pt kk gk yk est establishment lda sl slu sc scp scs ees holding holdings
obshchestvo obshestvo ogranichennoi ogranichennoy otvetstvennostyu aktsionernoe zakrytoe otkrytoe publichnoe anonima anonyme liability joint stock
ооо оао зао пао ао тов пат прат тоо чп ип گروه شرکت شركة
`

"""First names by the gender they mostly go with, and short forms of them. Own lists; lower case.

A first name makes a run of capitals a person and settles who "she" may be. Names that both bear stand in EITHER.
"""

from claims.language.words import listed

MALE = frozenset(
    listed("""
    aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alejandro aleksandr alessandro alex alexander alexei
    alfred ali allan allen alvin amir anatoly anders andre andreas andrei andrés andrew andriy andy angelo angus anthony anton
    antonio antony ari arjun armando arnold arthur arturo asif austin barack barney barry ben benjamin bernard bernie bill billy
    bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan byron caleb calvin cameron carl carlos
    cesar chad charles charlie chester chris christian christoph christopher chuck clarence claude clay clayton cliff clifford
    clinton clive clyde colin colm conor corey cory craig curt curtis cyril cyrus dale damian damon dan daniel danny darrell
    darren darryl dave david dean denis dennis derek derrick diego dieter dirk dmitri dmitry dmytro dominic don donald doug
    douglas duane duncan dustin dwight earl ed eddie edgar eduardo edward edwin eli elijah elliot elliott elmer emil emilio
    emmanuel enrique eric erik ernest ernesto ernie ethan eugene evan fabian federico felipe felix fernando fidel floyd
    francesco francis francisco francois françois frank franklin franz fred freddie frederick friedrich fritz gabriel gareth
    garrett gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert giorgio giovanni giuseppe glen glenn gordon
    graham grant greg gregory guillermo gus gustavo guy hakeem hans harold harris harry hassan hector heinrich henri henrik
    henry herbert herman hiroshi horace howard hubert hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob
    jacques jaime jake jakob jamal james jan janos jared jason javier jay jean jeb jed jeff jefferson jeffrey jens jeremiah
    jeremy jerome jerry jesse jesus jim jimmy joachim joao joaquin joe joel johan johann john johnny jon jonas jonathan jordan
    jorge jose josé josef joseph josh joshua juan jules julian julio jürgen justin kareem karl keir keith ken kenneth kent
    kevin khalid kirill kirk klaus konstantin kurt kyle lance larry lars laurence lawrence lee leo leon leonard leonardo leonid
    leroy les leslie lester levi lewis liam lindsey lionel lloyd lorenzo lou louis lucas luigi luis lukas luke luther mahmoud
    malcolm manuel marc marcel marco marcos marcus mario mark markus marshall martin marty marvin mateusz matt matthew matthias
    maurice max maxim maxwell mehmet mel melvin michael michel miguel mike mikhail milan miles milton mitch mitchell mitt
    mohamed mohammad mohammed morgan morris muhammad mustafa nate nathan nathaniel ned neil nelson newt nicholas nick nicolas
    nigel nikita nikolai nils noah noel norman olaf oleg oleksandr oliver omar orrin oscar osama otto owen pablo paolo pascal
    pat patrick paul pavel pedro percy pete peter petro phil philip philippe phillip pierre pietro rafael raj rajiv ralph ramon
    ramón rand randall randy raphael rashid raul ray raymond recep reggie reginald reince rené rex ricardo richard rick rob
    robert roberto rod roderick rodney rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudolph rudy rupert russ
    russell ryan saeed salman salvador sam samir samuel saul scott sean sebastian serge sergei sergey sergio seth shane shaun
    shawn sherrod sidney sigmar silvio simon solomon spencer stan stanley stefan stephen steve steven stewart stuart sven tariq
    ted terence terrence terry theo theodore thom thomas tim timothy tobias todd tom tomas tommy tony travis trent trevor trey
    tyler tyrone ulrich vasily viktor vince vincent vitali vitaly vladimir volodymyr wade wallace walt walter warren wayne
    wendell wesley wilhelm will william willie winston wolfgang xavier xi yasser yevgeny yitzhak yuri yusuf yves zachary zack
    andrzej jaroslaw donny narendra rishi benito bashar hamid ashraf hosni nicolás evo alberto jair lula shinzo
""")
)
FEMALE = frozenset(
    listed("""
    abby abigail ada adele adriana agnes aisha alana alejandra alexandra alexandria alexis alice alicia alina alison allison
    allyson alma amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina angie anita ann anna annabelle
    anne annette annie antonia april ariana arlene ashley astrid audrey ava ayesha barbara beatrice becky belinda bernadette
    bernice beth bethany betsy betty beverly bianca bonnie brenda bridget britney brittany brooke camila camilla candace carla
    carly carmen carol carole caroline caitlin carolyn carrie catherine cathy cecilia celia celine charlene charlotte chelsea cheryl
    chloe chris christina christine chrystia cindy claire clara claudia connie constance cora courtney crystal cynthia daisy
    dana danielle daphne dawn deb debbie deborah debra deirdre delia denise diana diane dianne dolores donna doris dorothy
    edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma erica erika erin estelle esther ethel
    eva eve evelyn faith fatima felicia fiona florence frances francesca gabriela gabrielle gail georgia geraldine gillian gina
    ginni gisele gladys glenda gloria grace greta gretchen gwen hannah harriet heather heidi helen helena helga henrietta hillary
    hilary holly hope huma ida ilhan ingrid irene iris irina isabel isabella ivanka ivy jackie jacqueline jacinda jane janet
    janice janine jasmine jean jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine
    joy joyce juanita judith judy julia juliana julie june justine kaitlan kaitlin kamala kara karen karin karla karoline kate
    katherine kathleen kathryn kathy katie katrina kay kayla kayleigh keisha kelly kellyanne kendra kim kimberly kirsten kirstjen
    krista kristen kristi kristin kristina lara latoya laura lauren laurie leah leila lena leslie leticia lily linda lindsay lis
    lisa liz lois loretta lori lorraine louise lucia lucille lucy luisa lydia lynn lynne mabel madeleine madeline maggie mandy
    marcia margaret margarita margot maria mariam marian marianne marie marilyn marina marine marion marjorie marlene marta
    martha mary maryam maureen maxine maya mazie megan meghan megyn melanie mélanie melania melinda melissa mercedes meredith
    mia michaela michele michelle mildred millie mimi mina mindy miranda miriam molly mona monica muriel myra nadia nadine nan
    nancy naomi natalia natalie natasha nellie nicola nicole nikki nina noor nora norma olga olivia paige pamela patricia patsy
    patty paula pauline peggy penelope penny phoebe phyllis polly priscilla priti priya rachel raquel rebecca regina renata renee
    rhonda rita roberta robin rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah saundra selena
    serena shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stella stephanie
    sue summer susan susana susanna susie suzanne sylvia tamara tammy tania tanya tara tatiana teresa tess theresa thelma tiffany
    tina toni tracey tulsi ursula valentina valerie vanessa vera verónica veronica vicki vicky victoria viola violet virginia
    vivian wanda wendy whitney whoopi wilma yasmin yolanda yulia yvette yvonne zoe svetlana theresa nadiya olena
""")
)
EITHER = frozenset(
    listed("""
    alexis ali angel ariel ashley avery bailey blair carey casey chris dana drew dylan hayden jamie jan jean jo jody jordan
    kelly kerry kim lee leslie lindsay lindsey logan loren lynn marion mckenzie micah morgan noel pat peyton quinn reese riley
    robin rowan sam sandy sasha shannon sidney skyler stacy stevie sydney taylor terry tracy andrea simone jackie toni robbie
""")
)
# words and places too: no proof of a person by themselves
DOUBTFUL = frozenset(
    listed("""
    will may georgia virginia florence charlotte victoria sydney chad jordan austin hope faith joy grace dawn summer april june
    violet guy grant rose jackson max dale paris christian francis san santiago lee noel jesus ivory clay miles wade lance
    frank mercedes blair marion logan morgan kent melbourne carolina
""")
)
SHORT = dict(
    pair.split(":")
    for pair in listed("""
    abby:abigail al:albert alec:alexander alex:alexander andy:andrew barb:barbara becky:rebecca ben:benjamin bernie:bernard
    bert:albert beth:elizabeth betsy:elizabeth betty:elizabeth bill:william billy:william bob:robert bobby:robert brad:bradley
    cathy:catherine charlie:charles chris:christopher chuck:charles cindy:cynthia dan:daniel danny:daniel dave:david deb:deborah
    debbie:deborah dick:richard don:donald doug:douglas ed:edward eddie:edward fred:frederick gabe:gabriel gene:eugene
    geoff:geoffrey greg:gregory hank:henry harry:harold jack:john jake:jacob jeff:jeffrey jen:jennifer jenny:jennifer
    jerry:gerald jim:james jimmy:james joe:joseph john:jonathan josh:joshua kate:katherine kathy:katherine katie:katherine
    ken:kenneth larry:lawrence lenny:leonard liz:elizabeth lou:louis maggie:margaret marty:martin matt:matthew max:maxwell
    meg:margaret mickey:michael mike:michael mitch:mitchell nate:nathaniel nick:nicholas pam:pamela pat:patrick peggy:margaret
    pete:peter phil:philip randy:randall ray:raymond rich:richard rick:richard rob:robert ron:ronald rudy:rudolph russ:russell
    sam:samuel sandy:sandra steve:steven stu:stuart sue:susan ted:edward terry:terence tim:timothy tom:thomas tommy:thomas
    tony:anthony trish:patricia vicky:victoria vince:vincent walt:walter will:william zack:zachary
""")
)


def gender_of(first: str) -> str:
    """ "m", "f", or "" where a first name does not tell."""
    low = first.lower()
    if low in EITHER:
        return ""
    return "m" if low in MALE else "f" if low in FEMALE else ""


def is_first(word: str) -> bool:
    """Is it known as a first name, and as little else?"""
    low = word.lower()
    return (low in MALE or low in FEMALE or low in EITHER) and low not in DOUBTFUL


def same_first(one: str, other: str) -> bool:
    """May two first names be the same person's? "Bob" and "Robert", "J." and "Jane", "Chris" and "Christopher"."""
    a, b = one.lower().rstrip("."), other.lower().rstrip(".")
    if a == b or (min(len(a), len(b)) == 1 and a[:1] == b[:1]):
        return True
    if SHORT.get(a, a) == SHORT.get(b, b):
        return True
    return min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a)) and a[:3] == b[:3]

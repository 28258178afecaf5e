"""Qyteti 2013/4: Free transit, in Albanian."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Issue, prose
from .series import QYTETI_2013

ISSUE = Issue(
    key="qyteti-2013-4",
    volume=QYTETI_2013,
    number="2013/4",
    date=date(2013, 12, 20),
    title=Words("Qyteti: Free transit", "Qyteti: Transport falas"),
    summary=Words(
        "Can free public transportation change a city? Tallinn, line L3, and who would pay for "
        "it. In Albanian.",
        "A mund ta ndryshojë një qytet transporti publik falas? Tallini, linja L3 dhe kush do "
        "ta paguante.",
    ),
    cover_alt=Words(
        "Cover: three coloured bus lines with round stops on yellow, title Qyteti, Transport "
        "falas.",
        "Kopertina: tri linja autobusi me ngjyra dhe stacione të rrumbullakëta mbi të verdhë, "
        "titulli Qyteti, Transport falas.",
    ),
    authors=("Klodian Prifti", "Arta Kola", "Mira Çela"),
    languages=("sq",),
    pages=7,
    articles=(
        Article(
            title="Editorial: bileta më e shtrenjtë është koha",
            language="sq",
            page=3,
            picture="bus",
            authors=("Redaksia",),
            quote="Autobusi falas që nuk vjen, është autobusi më i shtrenjtë i qytetit.",
            text=prose("""
Tridhjetë lekë nuk janë shumë. Katër herë në ditë, për një familje me tri rroga të vogla, bëhen
shumë. Dhe megjithatë, kur pyeten, udhëtarët e Tiranës nuk ankohen së pari për çmimin. Ankohen
për pritjen.

Ky numër merr seriozisht dy pyetje që zakonisht bëhen veçmas. A duhet të jetë autobusi falas?
Dhe: a duhet të jetë i mirë? Përgjigjja e dytë është e lehtë, ndaj politika merret me të parën.

Autobusi falas që nuk vjen, është autobusi më i shtrenjtë i qytetit. Autobusi që vjen çdo
gjashtë minuta, është i lirë edhe me biletë. Mes këtyre dy fjalive ka shifra, dhe shifrat i
gjeni në faqet që vijojnë: nga Tallini, ku eksperimenti mbushi një vit, nga linja L3, ku
numëruam çdo minutë të një të marte, dhe nga buxheti i bashkisë, që e lexuam që të mos jeni të
detyruar ta lexoni ju.
"""),
        ),
        Article(
            title="Eksperimenti më i madh i transportit në botë",
            language="sq",
            page=4,
            picture="night-windows",
            authors=("Klodian Prifti",),
            text=prose("""
Më 1 janar 2013 Tallini i bëri autobusët, trolejbusët dhe tramvajet falas për banorët e vet.
Katërqind e tridhjetë mijë njerëz, një kartë e gjelbër dhe një pyetje që e ndjek gjithë Evropa:
a mund ta ndryshojë qytetin transporti publik falas?

Pas një viti përgjigjja është: po, por jo aty ku pritej. Numri i udhëtimeve u rrit pak. Makinat
në qendër u pakësuan, por jo për shkak të çmimit: u pakësuan në ato rrugë ku autobusi mori
korsinë e vet. Më shumë udhëtojnë të moshuarit, të papunët dhe fëmijët, pra ata që më parë ecnin
ose rrinin në shtëpi.

Ndryshimi më i madh është te buxheti. Për të marrë kartën duhet të regjistrohesh si banor, dhe
dhjetëra mijë veta u regjistruan. Tatimet e tyre paguajnë një pjesë të mirë të biletave që nuk
shiten më.

Tirana nuk është Tallin. Por pyetja e tij vlen edhe këtu: jo sa kushton bileta, por ç’fiton
qyteti kur njerëzit lëvizin.
"""),
        ),
        Article(
            title="Shërbimi i transportit urban Tiranë",
            language="sq",
            page=5,
            picture="boulevard",
            authors=("Arta Kola", "Mira Çela"),
            text=prose("""
Ky artikull përmbledh studimin e universitetit për qeverinë, shoqërinë dhe zhvillimin e
qëndrueshëm, pjesa për transportin urban. U anketuan katër mijë e njëzet udhëtarë në të gjitha
linjat, gjatë dy javëve të nëntorit, nga ora 6:00 deri në 22:00.

Gjashtëdhjetë e një për qind udhëtojnë çdo ditë. Mesatarja e pritjes në stacion është
katërmbëdhjetë minuta; e udhëtimit, njëzet e tri. Pra më shumë se një e treta e rrugës kalon në
këmbë, pa strehë, pa e ditur kur mbaron.

Kur u kërkuam të zgjidhnin një gjë të vetme, pesëdhjetë e katër për qind zgjodhën orarin e
saktë, njëzet e gjashtë streha dhe stola, dymbëdhjetë çmimin dhe tetë pastërtinë.

Rekomandimet janë tri. Së pari, korsi më vete në unazë dhe në tri hyrjet e qytetit. Së dyti, të
dhëna të hapura për vendndodhjen e autobusëve. Së treti, një kontratë që e paguan operatorin për
autobusët që mbërrijnë, jo për ata që nisen.
"""),
        ),
        Article(
            title="Një ditë në linjën L3",
            language="sq",
            page=6,
            picture="rain-lights",
            authors=("Mimoza Dani",),
            quote="Te stacioni i shkollës shoferi pret edhe kur nuk duhet, sepse i njeh fëmijët.",
            text=prose("""
Ora 5:52. Në depo fiket radioja dhe ndizen dritat. Shoferi i parë i ditës quhet Agim dhe ka dy
termosa: një me kafe, një me çaj mali, për kontrollorin.

Ora 7:40. Njëqind e gjashtë veta në një autobus për tetëdhjetë. Dera e mesme mbyllet me të
tretën. Një grua kalon dyzet lekë nga dora në dorë deri te kontrollori; bileta dhe dhjetë lekët
kthehen nga e njëjta rrugë, pa humbur.

Ora 11:15. Bosh, pothuajse. Dy pensionistë bëjnë xhiron e plotë, sepse, thonë, nga dritarja
qyteti duket më i qetë.

Ora 13:30. Te stacioni i shkollës shoferi pret edhe kur nuk duhet, sepse i njeh fëmijët. Orari
vonohet tri minuta. Askush nuk ankohet.

Ora 18:05. Shi. Në kryqëzimin e Zogut të Zi qëndrojmë njëmbëdhjetë minuta për treqind metra. Kjo
është arsyeja pse e shkrova këtë artikull.

Ora 22:20. Depoja. Katërqind e dymbëdhjetë kilometra, nuk dolëm kurrë nga qyteti.
"""),
        ),
        Article(
            title="Kush e paguan falasin",
            language="sq",
            page=7,
            picture="market",
            authors=("Ilir Dervishi",),
            text=prose("""
Biletat dhe abonetë mbulojnë rreth një të tretën e shpenzimeve të autobusëve. Pjesën tjetër e
mbulojnë buxheti i bashkisë dhe ai i shtetit. Të bësh autobusin falas do të thotë të gjesh këtë
të tretë, çdo vit.

Ka katër vende ku mund të kërkohet. Parkimi: sikur çdo vend me pagesë në qendër të kushtonte sa
një biletë në orë, mbulohej një e katërta e shumës. Prona: një stacion i mirë e rrit vlerën e
çdo dyqani përreth. Punëdhënësit: në disa qytete ata paguajnë një kontribut të vogël për çdo
punonjës. Dhe kursimi: pa bileta nuk duhen makina biletash, kontrollorë gjobash, as minutat që
humbin te dera.

Asnjë nga këto nuk mjafton vetëm. Të katërta bashkë mjaftojnë, në letër. Letra, natyrisht, nuk e
njeh orën tetë të mëngjesit.

Propozimi im është më i vogël se titulli i këtij numri: falas deri në moshën tetëmbëdhjetë vjeç.
Kushton një të dhjetën dhe zgjat sa jeta, sepse kush mësohet me autobusin në shkollë, nuk e
harron.
"""),
        ),
    ),
)

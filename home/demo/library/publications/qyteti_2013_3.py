"""Qyteti 2013/3: Parking, in Albanian."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Issue, prose
from .series import QYTETI_2013

ISSUE = Issue(
    key="qyteti-2013-3",
    volume=QYTETI_2013,
    number="2013/3",
    date=date(2013, 9, 27),
    title=Words("Qyteti: Parking", "Qyteti: Parkimi"),
    summary=Words(
        "An issue on the twelve square metres that everybody looks for and nobody wants in "
        "front of the window. In Albanian.",
        "Një numër për ata dymbëdhjetë metra katrorë që të gjithë i kërkojnë dhe askush nuk i "
        "do para dritares.",
    ),
    authors=("Ilir Dervishi", "Klodian Prifti", "Nora Kastrati"),
    languages=("sq",),
    pages=7,
    drawn_cover=True,
    articles=(
        Article(
            title="Editorial: vendi bosh",
            language="sq",
            page=3,
            picture="parking",
            authors=("Redaksia",),
            quote="Një makinë në Tiranë lëviz një orë në ditë dhe njëzet e tri orë zë vend.",
            text=prose("""
Çdo qytet ka një pyetje që e bën pa u menduar. E Tiranës është kjo: ku e lë makinën? E bëjmë
para dasmës, para mjekut, para se të dalim nga shtëpia. Ndonjëherë e bëjmë edhe në vend të
daljes: nuk shkojmë, sepse nuk do të gjenim vend.

Një makinë në Tiranë lëviz një orë në ditë dhe njëzet e tri orë zë vend. Vendi është dymbëdhjetë
metra katrorë, sa një dhomë fëmijësh. Kush e paguan këtë dhomë? Zakonisht ai që nuk ka makinë,
sepse ecën rreth saj.

Në këtë numër nuk kërkojmë fajtorë. Kemi matur, kemi numëruar dhe kemi pyetur. Tre studentë
tregojnë si një sensor sa një kuti shkrepësesh mund t’i kursejë qytetit rrotullime të kota. Një
arkitekte hap portën e një oborri. Dhe një i ri me biçikletë na kujton se në një vend parkimi
hyjnë dhjetë të tilla.

Vendi bosh që kërkojmë, ndoshta ekziston. Thjesht duhet ta shohim nga lart.
"""),
        ),
        Article(
            title="Parking Point Tirana: tre studentë dhe një sensor",
            language="sq",
            page=4,
            picture="parking-rows",
            authors=("Agora Lab",),
            text=prose("""
Ideja lindi në një rrotullim. Ishim vonë për provim, kaluam tri herë para fakultetit dhe të
trija herët dikush sapo kishte zënë vendin që ishte liruar pas nesh. Nëse qyteti di ku ka vend
bosh, pse nuk na e thotë?

Parking Point është përgjigjja jonë. Një sensor në asfalt sheh nëse sipër ka hekur apo qiell.
Çdo gjysmë minute i dërgon një numër të vetëm një qendre, dhe qendra një hartë telefonit.
Sensori nuk ka kamerë, nuk lexon targa dhe nuk di kush jeni: di vetëm po ose jo.

Me këtë projekt morëm pjesë në Imagine Cup 2013 të Microsoft Albania. Juria pyeti sa kushton.
Sensori i parë kushtoi sa një palë këpucë; i nëntëqindti kushton sa një byrek me kos.

Prova në parkingun e stadiumit zgjati gjashtë javë. Koha mesatare e kërkimit ra nga njëmbëdhjetë
minuta në katër. Rezultati që nuk e prisnim ishte tjetër: çdo i dhjeti shofer, kur pa se nuk
kishte vend, e la makinën në shtëpi dhe mori autobusin.
"""),
        ),
        Article(
            title="Sa kushton një vend parkimi",
            language="sq",
            page=5,
            picture="boulevard",
            authors=("Ilir Dervishi",),
            quote="Parkimi falas nuk është falas: thjesht fatura i shkon dikujt tjetër.",
            text=prose("""
Le ta llogarisim si një familje që ble shtëpi. Një metër katror në qendër kushton mesatarisht sa
nëntë paga minimale. Dymbëdhjetë metra, sa zë një makinë me derën e hapur, kushtojnë aq sa një
garsoniere e vogël në periferi.

Bashkia e jep këtë garsoniere me njëqind lekë në orë, ose falas pas orës nëntë. Parkimi falas
nuk është falas: thjesht fatura i shkon dikujt tjetër. I shkon fëmijës që nuk luan në oborr,
plakës që zbret nga trotuari, autobusit që pret pas dy makinave të ndaluara me drita të ndezura.

Kjo nuk do të thotë se duhet ngritur çmimi kudo. Në tri rrugë ku u provua një tarifë që ndryshon
sipas orës, vendet nuk u paguan më shtrenjtë mesatarisht, por u çliruan më shpejt. Dyqanet, që
ishin kundër, shitën më shumë.

Çmimi i drejtë, thonë ata që e kanë studiuar, është më i ulëti me të cilin në çdo rrugë mbetet
një vend bosh. Një i vetëm. Ai që po kërkoni ju.
"""),
        ),
        Article(
            title="Oborri që u kthye",
            language="sq",
            page=6,
            picture="blocks-balconies",
            authors=("Nora Kastrati",),
            text=prose("""
Kur hymë për herë të parë në oborrin e pallatit 14, numëruam njëzet e shtatë makina dhe një
lule. Banorët na kishin thirrur për një rampë. Folëm për rampën dhe, si ndodh gjithmonë, biseda
shkoi te oborri.

Vizatuam tri plane. I pari i nxirrte të gjitha makinat jashtë; e hodhën poshtë për dhjetë
minuta. I dyti i linte të gjitha brenda, të vendosura më mirë; e pëlqyen dhe nuk i gëzoi askujt.
I treti bënte diçka të thjeshtë: makinat hynin vetëm nga një anë, në katërmbëdhjetë vende pa
emër, dhe gjysma tjetër mbetej tokë.

Mbledhja e katërt zgjati deri në mesnatë. U vendos me nëntëmbëdhjetë vota kundër njëmbëdhjetë.
Sot oborri ka gjashtë pemë, një tavolinë domino dhe një vijë të bardhë që askush nuk e kalon,
sepse e lyen vetë banorët çdo pranverë.

Trembëdhjetë makina flenë tani te parkingu i stadiumit. Pronarët thonë se ecin tri minuta më
shumë dhe i njohin fqinjët më mirë.
"""),
        ),
        Article(
            title="Dhjetë biçikleta në një vend",
            language="sq",
            page=7,
            picture="crossing-zebra",
            authors=("Genti Bala",),
            text=prose("""
E bëmë provën një të diel, me shkumës dhe me metër. Në një vend parkimi prej dymbëdhjetë metrash
katrorë hynë dhjetë biçikleta, dy karroca fëmijësh dhe një fisarmonikë. Pastaj erdhi pronari i
vendit dhe na uroi ditë të mbarë, siç bëjnë njerëzit që mendojnë se jeni të çmendur.

Nuk jemi kundër makinave. Gjysma prej nesh kanë një. Por kur i pyetëm fqinjët pse nuk vijnë në
punë me biçikletë, askush nuk përmendi djersën. Thanë: nuk kam ku ta lë.

Propozimi ynë është i vogël. Në çdo rrugë një vend parkimi, vetëm një, të kthehet në dhjetë. Në
Rrugën e Kavajës do të thotë katër vende nga dyqind e gjashtëdhjetë. Lana Mobility ka ofruar
hekurat; duhet vetëm boja.

Nëse pas një viti hekurat rrinë bosh, ne vetë do ta fshijmë vijën. Me të njëjtin shkumës.
"""),
        ),
    ),
)

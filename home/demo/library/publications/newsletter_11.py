"""Newsletter 11, March 2014, in Albanian."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Issue, prose
from .series import NEWSLETTER_2014

ISSUE = Issue(
    key="newsletter-11",
    volume=NEWSLETTER_2014,
    number="11",
    date=date(2014, 3, 7),
    title=Words("Newsletter 11", "Buletini 11"),
    summary=Words(
        "The bus lane on the ring road opens, medicines cost less, and the third phase of road "
        "cleaning begins. In Albanian.",
        "Hapet korsia e autobusit në unazë, barnat kushtojnë më pak dhe nis faza e tretë e "
        "pastrimit të rrugëve.",
    ),
    authors=("Smart City Tirana",),
    languages=("sq",),
    pages=4,
    articles=(
        Article(
            title="Fjala e redaksisë: nëntë minuta",
            language="sq",
            page=2,
            authors=("Redaksia",),
            text=prose("""
Nëntë minuta janë pak. Mjaftojnë për një kafe në këmbë, për të lexuar dy faqe ose për të pritur
një autobus që nuk vjen. Aq kohë, thonë llogaritjet, do t’i kursejë korsia e re e autobusit
kujtdo që kalon unazën në mëngjes.

Nëntë minuta në ditë, pesë ditë në javë, dyzet e shtatë javë në vit: dalin tridhjetë e pesë orë,
gati një javë pune. Kur tridhjetë mijë udhëtarë e fitojnë këtë javë, qyteti ka ndërtuar diçka më
të madhe se një rrugë, edhe pse ka përdorur vetëm bojë.

Këtë muaj do të masim nëse llogaritja ishte e drejtë. Mund të matni edhe ju: shënoni orën kur
hipni dhe orën kur zbrisni dhe na e dërgoni. Do t’i botojmë të gjitha shifrat, edhe ato që nuk
na pëlqejnë.
"""),
        ),
        Article(
            title="Hapet korsia e autobusit në unazë",
            language="sq",
            page=3,
            picture="bus-lane",
            authors=("Klodian Prifti",),
            text=prose("""
Të hënën, më 17 mars, në orën 6:00, unaza merr një korsi vetëm për autobusët, taksitë dhe mjetet
e emergjencës. Gjatësia është pesë kilometra e gjysmë, nga Sheshi Shqiponja deri te
rrethrrotullimi i Shkozës.

Janë hequr njëqind e tetëdhjetë vende parkimi. Njëqind e njëzet prej tyre zhvendosen te parkingu
i stadiumit, tri minuta më këmbë, ku Parking Point tregon në çast vendet e lira. Dyqanet kanë
hapësira për shkarkim nga ora 6:00 deri në 8:00 dhe nga 20:00 deri në 22:00.

Javën e parë askush nuk gjobitet: policia bashkiake do të ndalë makinat dhe do të shpjegojë. Nga
java e dytë gjoba është ajo që parashikon ligji.

Pas një muaji do të botojmë kohët e udhëtimit për secilën linjë dhe do të hapim një diskutim te
komuniteti.
"""),
        ),
        Article(
            title="Barna me çmime më të favorshme",
            language="sq",
            page=3,
            authors=("Anila Kodra",),
            text=prose("""
Nga ky muaj lista e barnave të rimbursueshme ka çmime të reja. Për shumë ilaçe të përditshme, si
ato të tensionit dhe të sheqerit, ndryshimi shihet që në faturën e parë.

Tri këshilla para se të shkoni në farmaci. Pyesni mjekun e familjes për emrin e lëndës, jo vetëm
për emrin tregtar: i njëjti ilaç mund të ketë disa çmime. Kërkoni gjithmonë faturën; në të
shkruhet sa paguani ju dhe sa paguan fondi. Nëse çmimi nuk përputhet me listën e varur në
farmaci, na shkruani ose telefononi numrin e gjelbër.

Lista e plotë gjendet te faqja jonë, e renditur sipas emrit dhe e lexueshme në telefon. Për ata
që nuk përdorin internet, biblioteka e lagjes e shtyp falas. Lista përtërihet çdo tre muaj; data
qëndron në krye të saj.
"""),
        ),
        Article(
            title="Pastrimi i rrugëve: faza e tretë",
            language="sq",
            page=4,
            picture="crossing-zebra",
            authors=("Genti Bala",),
            text=prose("""
Aksioni i pastrimit të rrugëve kombëtare hyn në fazën e tretë. Pas akseve veri–jug dhe rrugës së
Elbasanit, radhën e ka hyrja perëndimore e qytetit, nga kthesa e Kamzës deri te sheshi.

Në dy fazat e para u mblodhën njëzet e dy mijë ton mbeturina ndërtimi dhe plastike. Më e
vështirë se mbledhja është që rruga të mbetet e pastër: për këtë arsye këtë herë punohet me
bashkitë anës rrugës, dhe çdo dy kilometra do të ketë një pikë grumbullimi që zbrazet dy herë në
javë.

Kush sheh mbeturina të hedhura rishtazi, mund të dërgojë një foto me vendin te faqja e
njoftimeve. Muajin e kaluar mesatarja nga fotoja te kamioni ishte katër ditë; synimi ynë janë
dy. Hartën e pikave të grumbullimit e gjeni te faqja e projektit.
"""),
        ),
        Article(
            title="Kalendari i prillit",
            language="sq",
            page=4,
            authors=("Redaksia",),
            text=prose("""
E mërkurë, 2 prill, ora 17:00: dita e hapur e shkollës profesionale. Mund të provoni saldimin,
qepjen dhe një ashensor të vogël që e kanë ndërtuar vetë nxënësit.

E shtunë, 5 prill, ora 9:00: kontrolli falas i biçikletave te katër skajet e bulevardit, para
sezonit.

E hënë, 14 prill, ora 18:00: mbledhje për vendet e njëqind pemëve të ardhshme, te salla e
komunitetit. Sillni një metër: trotuari duhet të jetë së paku dy metra i gjerë.

E shtunë, 19 prill, ora 8:00: mbjellje në fushën pranë Parkut të Madh.

E martë, 22 prill, ora 8:00–20:00: Dita e Tokës. Të gjitha linjat urbane janë falas dhe dy rrugë
mbeten pa makina.

E diel, 27 prill: vrapimi rreth liqenit shtyhet për më 25 maj, sepse shtegu i poshtëm po
riparohet.
"""),
        ),
    ),
)

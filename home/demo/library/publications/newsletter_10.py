"""Newsletter 10, February 2014, in Albanian."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Issue, prose
from .series import NEWSLETTER_2014

ISSUE = Issue(
    key="newsletter-10",
    volume=NEWSLETTER_2014,
    number="10",
    date=date(2014, 2, 7),
    title=Words("Newsletter 10", "Buletini 10"),
    summary=Words(
        "New lamps on the boulevard, what four thousand riders said, and a room that stays open "
        "on Wednesdays. In Albanian.",
        "Llamba të reja në bulevard, ç’thanë katër mijë udhëtarë dhe një sallë që rri hapur të "
        "mërkurave.",
    ),
    authors=("Smart City Tirana",),
    languages=("sq",),
    pages=4,
    articles=(
        Article(
            title="Fjala e redaksisë: ç’na mëson dimri",
            language="sq",
            page=2,
            authors=("Redaksia",),
            text=prose("""
Në shkurt qyteti tregon fytyrën e vet pa zbukurime. Pemët janë pa gjethe, ndaj shihen fasadat;
errësohet herët, ndaj shihet se cila rrugë ka drita dhe cila jo; bie shi, ndaj shihet ku rri
uji. Kush do ta njohë Tiranën, le të dalë një shëtitje sonte.

Këtë muaj ju kërkojmë një gjë të vogël. Kur të ktheheni në shtëpi në mbrëmje, numëroni llambat e
fikura në rrugën tuaj dhe na shkruani numrin. Muajin e kaluar na shkruan njëqind e dyzet veta
nga gjashtëdhjetë rrugë. Nga këto, dyzet e një rrugë kanë sot dritë, sepse elektricisti mori një
listë të saktë dhe jo një ankesë të përgjithshme.

Qyteti i zgjuar nuk fillon me sensorë. Fillon me dikë që numëron, me dikë që lexon numrin dhe me
dikë që shkon atje me shkallë.
"""),
        ),
        Article(
            title="Llambat e reja të bulevardit",
            language="sq",
            page=3,
            picture="night",
            authors=("Erion Tafa",),
            text=prose("""
Që nga e hëna bulevardi ka dyqind e dymbëdhjetë llamba të reja. Ato harxhojnë një të tretën e
energjisë së të vjetrave dhe e hedhin dritën poshtë, mbi trotuar e korsi, jo drejt dritareve të
katit të katërt.

Ndryshimi më i rëndësishëm nuk shihet. Çdo llambë e thotë vetë kur është prishur, dhe ekipi del
me pjesën e duhur që herën e parë. Më parë duheshin mesatarisht nëntë ditë nga njoftimi te
ndreqja; në dy javët e provës u deshën dy.

Pas mesnate drita ulet përgjysmë dhe ngrihet sërish kur kalon dikush. Disa banorë na thanë se
kjo i trembi herën e parë. Prandaj te çdo hyrje e bulevardit do të vendoset një tabelë e vogël
që e shpjegon.

Kostoja e projektit, kontrata dhe matjet e energjisë janë botuar te faqja e projekteve. Rruga e
radhës është ajo e Kavajës, në maj.
"""),
        ),
        Article(
            title="Salla e komunitetit, edhe të mërkurave",
            language="sq",
            page=3,
            authors=("Dea Marku",),
            text=prose("""
Nga 12 shkurti salla e Agora Lab rri hapur çdo të mërkurë nga ora 18:00 deri në 21:00. Janë
nëntë ekrane, dy tavolina të gjata dhe një çajnik. Hyrja është falas dhe nuk duhet të
regjistroheni.

Mund të vini me një pyetje: sa pemë ka lagjja ime, pse vonohet autobusi i orës tetë, sa energji
harxhon shkolla e fëmijëve. Do të gjeni dikë që di ku janë të dhënat dhe dikë që di t’i
vizatojë. Herën e fundit dy motra nga Laprakë matën hijen e oborrit të tyre dhe dolën me një
hartë që tani e ka në dorë drejtori i shkollës.

Nëse keni një vegël, një libër ose një orë të lirë, sillni edhe ato. Salla jeton nga ajo që
sjellin njerëzit.
"""),
        ),
        Article(
            title="Ç’thanë katër mijë udhëtarë",
            language="sq",
            page=4,
            picture="bus",
            authors=("Klodian Prifti",),
            text=prose("""
Në nëntor studentët e universitetit hipën në të gjitha linjat urbane me një fletore dhe një
pyetje: ç’do të ndryshonit të parën? U përgjigjën katër mijë e njëzet veta.

Më shumë se gjysma nuk përmendën çmimin. Ata duan të dinë kur vjen autobusi. Një në katër kërkon
një stol dhe një strehë; një në pesë thotë se zbret një stacion më herët, sepse autobusi ngec
pas makinave të parkuara para kryqëzimit.

Rezultatet e plota do të botohen te Qyteti. Tri gjëra nisin menjëherë: orari i linjës L3
vendoset në çdo stacion, korsia e autobusit në unazë hapet në mars dhe dhjetë stacione marrin
strehë para verës. Studentët do të hipin sërish në nëntor, me të njëjtën pyetje, që të shohim
nëse përgjigjet kanë ndryshuar.
"""),
        ),
        Article(
            title="Kalendari i marsit",
            language="sq",
            page=4,
            authors=("Redaksia",),
            text=prose("""
E shtunë, 1 mars, ora 10:00: shëtitje me arkitektët e Kala Architects nëpër fasadat e Rrugës
Myslym Shyri. Takimi te ora e kullës; zgjat dy orë dhe ecet ngadalë.

E enjte, 6 mars, ora 17:30: mbledhje e hapur për korsinë e autobusit në unazë, në shkollën 26
Nëntori. Do të ketë përkthim në gjuhën e shenjave.

E premte, 14 mars: Dita e Verës. Sheshi është pa makina nga ora 9:00 deri në 22:00; linjat L1
dhe L4 kalojnë nga Rruga e Barrikadave.

E shtunë, 22 mars, ora 9:00: pastrimi i parë i brigjeve të Lanës para Ditës së Tokës. Dorezat i
japim ne, çizmet i sillni vetë.

E mërkurë, 26 mars, ora 18:00: lexojmë bashkë faturat e energjisë, me një inxhinier të Dajti
Solar.
"""),
        ),
    ),
)

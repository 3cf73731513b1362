"""Surnames so common in the English-speaking world that one by itself tells no one.

The most frequent of the US Census Bureau's list "Frequently Occurring Surnames from the 2010 Census", and
surnames that are also ordinary words or given names.
"""

from opedcheck.words.lists import listed

COMMON_SURNAMES = listed(
    "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson "
    "anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis "
    "robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera "
    "campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart "
    "morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim "
    "cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo "
    "sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler "
    "henderson barnes gonzales fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds "
    "griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina aguilar stevens murray ford "
    "castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman "
    "webb tucker guzman burns crawford olson simpson porter hunter gordon mendez silva shaw snyder mason dixon "
    "munoz hunt hicks holmes palmer wagner black robertson boyd rose stone salazar fox warren mills meyer rice "
    "schmidt garza daniels ferguson nichols stephens soto weaver ryan gardner payne grant dunn kelley spencer "
    "hawkins arnold pierce hansen peters santos hart bradley knight elliott cunningham duncan armstrong hudson "
    "carroll lane riley andrews ray park may major cameron bush clinton trudeau brown blair day case wang li "
    "zhang liu yang huang wu zhou xu sun ma zhu hu guo he lin singh kumar sharma khan ali ahmed hassan hussein "
    "mohammed abe moon barak putnam"
)

# Countries, by the ids of their records, of which a few hundred surnames serve nearly everybody, emigrants and their
# children with English given names among them.
FEW_SURNAMES = listed("china hong-kong macao north-korea singapore south-korea taiwan vietnam")

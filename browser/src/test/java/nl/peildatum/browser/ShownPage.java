package nl.peildatum.browser;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page that is looked at.
 *
 * @param name of its screenshots
 * @param mapping the address as the portal maps it; nothing where another part makes the page
 * @param address where it is asked for
 * @param status what it is answered with
 * @param role as whom; nobody who has logged in where there is none
 * @param edited what reads otherwise in the overview that is sent there, if one is, by what it is
 */
record ShownPage(
        String name,
        @Nullable String mapping,
        String address,
        int status,
        @Nullable String role,
        Map<String, String> edited) {

    ShownPage(
            String name,
            @Nullable String mapping,
            String address,
            int status,
            @Nullable String role) {
        this(name, mapping, address, status, role, Map.of());
    }

    private static final String PROGRAMME = "/programmas/{programma}";
    private static final String SECRETARY = "secretariaat";
    private static final String AUDITOR = "auditor";
    private static final String ADMINISTRATOR = "beheerder";
    private static final String QUARTER = "peildatum=2026-03-31";

    /**
     * Every page, once. What stands here is looked at in every way; an address that the portal maps
     * and that does not stand here fails {@code EveryPageTest}.
     */
    static final List<ShownPage> EVERY_PAGE =
            List.of(
                    one("programmas", "/"),
                    of("stand", ""),
                    of("acties", "/acties"),
                    of("actie", "/acties/{actie}", "/acties/24"),
                    of("actielijn", "/actielijnen/{nummer}", "/actielijnen/3"),
                    of("overzicht", "/overzicht"),
                    of("veranderingen", "/veranderingen"),
                    of("verloop", "/verloop"),
                    of("rapportages", "/rapportages"),
                    of("rapportage", "/rapportages/{dag}", "/rapportages/2026-03-31"),
                    own(SECRETARY, "nieuw-programma", "/nieuw-programma", ""),
                    as(SECRETARY, "programma-wijzigen", "/herzien", "/herzien"),
                    as(SECRETARY, "nieuwe-actielijn", "/actielijnen/nieuw", "/actielijnen/nieuw"),
                    as(
                            SECRETARY,
                            "actielijn-herzien",
                            "/actielijnen/{nummer}/herzien",
                            "/actielijnen/3/herzien"),
                    as(SECRETARY, "nieuwe-actie", "/acties/nieuw", "/acties/nieuw"),
                    as(
                            SECRETARY,
                            "status-wijzigen",
                            "/acties/{actie}/status-wijzigen",
                            "/acties/24/status-wijzigen"),
                    as(
                            SECRETARY,
                            "toelichting-wijzigen",
                            "/acties/{actie}/toelichting-wijzigen",
                            "/acties/24/toelichting-wijzigen"),
                    as(
                            SECRETARY,
                            "gegevens-wijzigen",
                            "/acties/{actie}/gegevens-wijzigen",
                            "/acties/24/gegevens-wijzigen"),
                    as(
                            SECRETARY,
                            "corrigeren",
                            "/journaal/{nummer}/corrigeren",
                            "/journaal/60/corrigeren"),
                    as(
                            SECRETARY,
                            "intrekken",
                            "/journaal/{nummer}/intrekken",
                            "/journaal/60/intrekken"),
                    as(
                            SECRETARY,
                            "vaststellen",
                            "/rapportages/vaststellen",
                            "/rapportages/vaststellen"),
                    as(
                            SECRETARY,
                            "bevestigen",
                            "/rapportages/{dag}/bevestigen",
                            "/rapportages/2026-03-31/bevestigen"),
                    as(SECRETARY, "signalen", "/signalen", "/signalen"),
                    as(
                            SECRETARY,
                            "signaal-beoordelen",
                            "/signalen/{signaal}/beoordelen",
                            "/signalen/vertraging-37-op-77/beoordelen"),
                    as(SECRETARY, "inlezen", "/inlezen", "/inlezen"),
                    new ShownPage(
                            "voorstel",
                            null,
                            Story.PROGRAMME + "/inlezen",
                            200,
                            SECRETARY,
                            Map.of(
                                    "Pilot preventie ronselen ",
                                    "Pilot preventie ronselen van ",
                                    "RAAM oefeningen en trainingen",
                                    "RAAM-oefeningen en proeven")),
                    as(AUDITOR, "journaal", "/journaal", "/journaal"),
                    as(AUDITOR, "journaalregel", "/journaal/{nummer}", "/journaal/60"),
                    as(AUDITOR, "bewijs", "/bewijs", "/bewijs?controleer=ja"),
                    own(AUDITOR, "auditlog", "/auditlog", "?controleer=ja"),
                    own(ADMINISTRATOR, "beheer", "/beheer", ""),
                    own(ADMINISTRATOR, "teksten-wissen", "/beheer/teksten-wissen", ""),
                    own(
                            ADMINISTRATOR,
                            "teksten-gewist",
                            "/beheer/teksten-gewist",
                            "?programma=samen-tegen-mensenhandel&regel=6&als=99&ook=5,10"),
                    own(ADMINISTRATOR, "naam-wissen", "/beheer/naam-wissen", ""),
                    own(ADMINISTRATOR, "andere-sleutel", "/beheer/andere-sleutel", ""),
                    one("aanmelden-mislukt", "/aanmelden", 400),
                    one("problemen", "/problemen"),
                    new ShownPage(
                            "probleem",
                            "/problemen/{naam}",
                            "/problemen/ongeldige-invoer",
                            200,
                            null),
                    one("toegankelijkheid", "/toegankelijkheid"),
                    one("hulp", "/hulp"),
                    one("hulp-lezer", "/hulp/lezer"),
                    one("hulp-auditor", "/hulp/auditor"),
                    one("hulp-secretariaat", "/hulp/secretariaat"),
                    one("hulp-beheerder", "/hulp/beheerder"),
                    one("hulp-woorden", "/hulp/woorden"),
                    one("privacy", "/privacy"),
                    one("interface", "/interface"),
                    new ShownPage(
                            "interface-verzoek",
                            "/interface/{naam}",
                            "/interface/stelActielijnVast",
                            200,
                            null),
                    new ShownPage("niet-gevonden", "/error", "/dit-is-er-niet", 404, null),
                    new ShownPage("inloggen", null, "/inloggen", 200, null));

    /** What pages say when it does not go as usual. */
    static final List<ShownPage> OTHER_STATES =
            List.of(
                    new ShownPage(
                            "journaalregel-bytes",
                            null,
                            Story.PROGRAMME + "/journaal/60?bytes=ja",
                            200,
                            AUDITOR),
                    new ShownPage(
                            "journaal-gekozen",
                            null,
                            Story.PROGRAMME + "/journaal?soort=VERTRAGING",
                            200,
                            AUDITOR),
                    new ShownPage(
                            "actie-secretariaat",
                            null,
                            Story.PROGRAMME + "/acties/24",
                            200,
                            SECRETARY),
                    new ShownPage(
                            "lezer-mag-niet", null, Story.PROGRAMME + "/journaal", 403, "lezer"),
                    state("stand-niets-vastgelegd", "?peildatum=2025-11-29", 200),
                    state("stand-toekomst", "?peildatum=2027-06-30", 200),
                    state("stand-zoals-toen", "?bekendTot=60&peildatum=2025-11-30", 200),
                    state("stand-geen-datum", "?peildatum=gisteren", 400),
                    state("acties-geen", "/acties?zoek=eenhoorn&" + QUARTER, 200),
                    state("acties-gezocht", "/acties?zoek=opvang&status=IN_UITVOERING", 200),
                    state("actie-telt-niet-mee", "/acties/31?" + QUARTER, 200),
                    state("actie-niets-vastgelegd", "/acties/24?peildatum=2025-11-29", 200),
                    state("actie-is-er-niet", "/acties/999", 404),
                    state("verloop-maanden", "/verloop?stap=maand&" + QUARTER, 200),
                    state("actielijn-is-er-niet", "/actielijnen/99?" + QUARTER, 404),
                    new ShownPage(
                            "ander-programma", null, "/programmas/" + Story.OTHER, 200, null));

    private static ShownPage one(String name, String address) {
        return one(name, address, 200);
    }

    private static ShownPage one(String name, String address, int status) {
        return new ShownPage(name, address, address, status, null);
    }

    /** A page of no programme, for who has this role. */
    private static ShownPage own(String role, String name, String address, String query) {
        return new ShownPage(name, address, address + query, 200, role);
    }

    private static ShownPage as(String role, String name, String mapping, String path) {
        return new ShownPage(name, PROGRAMME + mapping, Story.PROGRAMME + path, 200, role);
    }

    private static ShownPage of(String name, String path) {
        return of(name, path, path);
    }

    private static ShownPage of(String name, String mapping, String path) {
        return new ShownPage(
                name, PROGRAMME + mapping, Story.PROGRAMME + path + "?" + QUARTER, 200, null);
    }

    private static ShownPage state(String name, String path, int status) {
        return new ShownPage(name, null, Story.PROGRAMME + path, status, null);
    }

    @Override
    public String toString() {
        return name;
    }
}

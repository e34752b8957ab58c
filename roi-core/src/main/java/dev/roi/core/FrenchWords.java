package dev.roi.core;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** French words that people write in a file whose keys and words are English. */
final class FrenchWords {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("valeur", "value"),
            Map.entry("unite", "unit"),
            Map.entry("plage", "range"),
            Map.entry("intervalle", "range"),
            Map.entry("minimum", "least"),
            Map.entry("maximum", "most"),
            Map.entry("raison", "because"),
            Map.entry("motif", "because"),
            Map.entry("parce-que", "because"),
            Map.entry("pas", "step"),
            Map.entry("oui", "true"),
            Map.entry("vrai", "true"),
            Map.entry("non", "false"),
            Map.entry("faux", "false"),
            Map.entry("arreter", "stop"),
            Map.entry("ajuster", "adjust"),
            Map.entry("etendre", "extend"),
            Map.entry("maintenir", "maintain"),
            Map.entry("formation", "training"),
            Map.entry("revue", "review"),
            Map.entry("politique-de-donnees", "data-policy"),
            Map.entry("pourcent", "percent"),
            Map.entry("pourcentage", "percent"),
            Map.entry("mois", "months"),
            Map.entry("jours", "days"),
            Map.entry("heures", "hours"),
            Map.entry("nombre", "count"),
            Map.entry("devise", "currency"),
            Map.entry("nom", "name"),
            Map.entry("titre", "headline"),
            Map.entry("texte", "text"),
            Map.entry("version", "version"),
            Map.entry("responsable", "owner"),
            Map.entry("proprietaire", "owner"),
            Map.entry("langues", "languages"),
            Map.entry("leviers", "levers"),
            Map.entry("levier", "lever"),
            Map.entry("raisons", "reasons"),
            Map.entry("indicateurs", "indicators"),
            Map.entry("indicateur", "indicator"),
            Map.entry("blocs", "blocks"),
            Map.entry("bloc", "block"),
            Map.entry("seuil", "threshold"),
            Map.entry("regle", "rule"),
            Map.entry("regles", "rules"),
            Map.entry("cas", "case"),
            Map.entry("scenario", "scenario"),
            Map.entry("scenarios", "scenarios"),
            Map.entry("mesures", "readings"),
            Map.entry("references", "baselines"),
            Map.entry("reference", "baseline"),
            Map.entry("maintenant", "now"),
            Map.entry("avant", "earlier"),
            Map.entry("colonnes", "columns"),
            Map.entry("lignes", "rows"),
            Map.entry("vues", "views"),
            Map.entry("vue", "view"),
            Map.entry("equipe", "team"),
            Map.entry("portefeuille", "portfolio"),
            Map.entry("perimetre", "scope"),
            Map.entry("niveau", "level"),
            Map.entry("decision", "decision"),
            Map.entry("inconnu", "unknown"),
            Map.entry("non-mesure", "not-instrumented"),
            Map.entry("non-renseigne", "not-reported"),
            Map.entry("partiel", "partial"),
            Map.entry("absent", "missing"),
            Map.entry("aucun", "none"),
            Map.entry("aucune", "none"),
            Map.entry("moins-bon", "worse"),
            Map.entry("meilleur", "better"));

    private FrenchWords() {}

    /** Finds the known word that a French one stands for. */
    static Optional<String> english(String word, Collection<String> known) {
        String plain = ACCENT.matcher(Normalizer.normalize(word.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-')
                .replace('_', '-');
        return Optional.ofNullable(ENGLISH.get(plain)).filter(known::contains);
    }
}

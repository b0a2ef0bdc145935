package nl.peildatum.query.api.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import nl.peildatum.query.api.StatusCode;
import nl.peildatum.query.api.cut.CutShown;
import nl.peildatum.query.api.dashboard.Counts;
import nl.peildatum.query.api.overview.Overview.Block;
import nl.peildatum.query.api.overview.Overview.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The overview as JSON, by the names of the interface. */
record OverviewJson(JsonMapper mapper) implements OverviewFormat {

    /**
     * The overview as it is shown.
     *
     * @param nietVastgelegd how many actions that are known have no state on the report date
     */
    record OverviewShown(
            String programma,
            @Nullable String naam,
            @JsonUnwrapped CutShown cut,
            List<String> uitgevers,
            List<LegendShown> legenda,
            Counts totaal,
            List<ChapterShown> actielijnen,
            List<NotIncludedShown> nietOpgenomen,
            List<WithdrawnShown> vervallen,
            int nietVastgelegd,
            List<String> actiesNietVastgelegd) {

        static OverviewShown of(Overview overview) {
            return new OverviewShown(
                    overview.cut().programme(),
                    overview.name(),
                    CutShown.of(overview.cut()),
                    overview.publishers(),
                    StatusCode.legend().stream().map(LegendShown::of).toList(),
                    overview.total(),
                    overview.lines().stream().map(ChapterShown::of).toList(),
                    overview.notIncluded().stream()
                            .map(
                                    action ->
                                            new NotIncludedShown(
                                                    action.action(),
                                                    action.title(),
                                                    action.reason()))
                            .toList(),
                    overview.withdrawn().stream()
                            .map(
                                    action ->
                                            new WithdrawnShown(
                                                    action.action(),
                                                    action.title(),
                                                    action.reason(),
                                                    action.since()))
                            .toList(),
                    overview.unrecorded().size(),
                    overview.unrecorded());
        }
    }

    /** What a status means. */
    record LegendShown(StatusCode status, String statusLabel, String betekenis) {
        static LegendShown of(StatusCode status) {
            return new LegendShown(status, status.label(), Words.meaning(status));
        }
    }

    /** A line; number null is what belongs to no line. */
    record ChapterShown(
            @Nullable Integer nummer,
            String titel,
            String langeTitel,
            @Nullable String inleiding,
            @Nullable String doelenInleiding,
            List<String> doelen,
            @Nullable String effectenInleiding,
            List<String> effecten,
            Counts aantallen,
            List<BlockShown> blokken) {

        static ChapterShown of(Line line) {
            return new ChapterShown(
                    line.number(),
                    line.title(),
                    line.longTitle(),
                    line.introduction(),
                    line.goalsIntroduction(),
                    line.goals(),
                    line.effectsIntroduction(),
                    line.effects(),
                    line.counts(),
                    line.blocks().stream().map(BlockShown::of).toList());
        }
    }

    /** One or more actions that print as one. */
    record BlockShown(
            String gerapporteerdAls,
            List<MemberShown> acties,
            @Nullable String titel,
            StatusCode status,
            String statusLabel,
            List<Integer> uitvoeringsjaren,
            @Nullable String toelichting) {

        static BlockShown of(Block block) {
            return new BlockShown(
                    block.label(),
                    block.actions().stream()
                            .map(member -> new MemberShown(member.action(), member.position()))
                            .toList(),
                    block.title(),
                    block.status(),
                    block.status().label(),
                    block.executionYears(),
                    block.explanation());
        }
    }

    /** An action of a block. */
    record MemberShown(String actie, @Nullable Integer volgorde) {}

    /** An action that is planned and not monitored. */
    record NotIncludedShown(String actie, @Nullable String titel, @Nullable String reden) {}

    /** An action that was withdrawn. */
    record WithdrawnShown(
            String actie, @Nullable String titel, @Nullable String reden, LocalDate sinds) {}

    @Override
    public MediaType type() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public String extension() {
        return "";
    }

    @Override
    public byte[] write(Overview overview) {
        return mapper.writeValueAsBytes(OverviewShown.of(overview));
    }
}

/** The files of a new study by path: it already runs, and every line of it may be changed. All of it is invented. */
export const newStudy: Readonly<Record<string, string>> = {
  'study.yaml': `# Everything that Themeloom needs to know of this study. Only "name" is required.
name: My study
approach: codebook            # reflexive | codebook | coding-reliability
language: en                  # en de es fr it nl no pt ru sv
coder: researcher             # who decided, where a mark inside a transcript names themes
# interviewers: [Interviewer, INT]           # labels of interviewers, where the usual ones do not fit
# speakers: { Speaker 2: P02 }               # label: participant, where a label is no participant's id
# transcripts:
#   2026-03-02-call.vtt: { participant: P02, date: 2026-03-02 }
attribution: "{{role}}"
reports: { folder: reports, quotesPerTheme: 3, consent: publication, minimumGroupSize: 3 }
`,
  'participants.csv': `id,consent,consent_until,withdrawn,role
P01,research;publication,,,team lead
`,
  'taxonomy.yaml': `# What a quote can be about. Ids are unique in the study.
dimensions:
  - id: theme
    label: Key themes
    themes:
      - id: room-to-decide
        label: Room to decide
        description: What people may decide themselves, and what is decided for them.
        include: Waiting for a decision; deciding without being asked.
        exclude: Private decisions that have nothing to do with work.
        keywords: [decide, decision*, permission, "sign off"]
        examples: ["I had to ask three people before I could move a desk."]
  - id: voice
    label: What is voiced
    themes:
      - id: dream
        label: Dream
        description: What somebody wishes for.
        keywords: ["would love", wish, hope, "in an ideal world"]
      - id: fear
        label: Fear
        description: What somebody is afraid might happen.
        keywords: [afraid, scared, worry, "keeps me up"]
      - id: pain-point
        label: Pain point
        description: What hurts now, again and again.
        keywords: [annoying, frustrat*, tired, "drives me"]
      - id: obstacle
        label: Obstacle
        description: What stands in the way of something wanted.
        keywords: [blocked, "in the way", waiting, "not allowed"]
`,
  'transcripts/P01.md': `---
participant: P01
---

**Interviewer:** Tell me about the last thing that you wanted to change at work.

**P01:** Oh, that would be the shift plan. ==I had a plan that suited all nine of us, and then it lay on a desk for six weeks because nobody was sure who was allowed to sign it off.=={#room-to-decide #obstacle}

**Interviewer:** What would you have liked to happen?

**P01:** Honestly? ==I would love to have a short list of things that I may simply decide, without asking anyone first.=={#room-to-decide #dream} It needn't be long. I mean, a list with three lines on it would do.

**Interviewer:** And what worries you about that?

**P01:** ==My worry is that I get the list and the blame with it, so that in the end nobody on the team dares to decide anything.=={#fear}
`,
  'memos/room-to-decide.md': `What is asked for is small: not more power, but a clear line between what one may decide and what one may not.

## Questions

- Which decisions does your team wait for most often?
- Who could make them, if you said so today?
`,
};

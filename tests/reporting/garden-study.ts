/** An invented study for tests: eight coordinators of community gardens. Marks stand in the text as in a transcript. */

export const gardenTaxonomy = {
  dimensions: [
    { id: 'theme', label: 'Key themes' },
    { id: 'voice', label: 'What is voiced' },
  ],
  themes: [
    {
      id: 'carrying',
      label: 'Carrying the garden alone',
      description: 'One person holds the keys, the lists and the worries, and cannot put them down.',
      include: 'Being the only one who knows; not being able to go away; handing over.',
      exclude: 'Heavy garden work as such.',
      keywords: ['keys', 'alone', 'hand* over', '"on my own"'],
      notKeywords: ['left alone to grow'],
      examples: ['If I fall ill, nobody knows where the stopcock is.'],
    },
    {
      id: 'handing-over',
      parentId: 'carrying',
      label: 'Handing over',
      description: 'Trying to pass on what one knows, and what happens then.',
      include: 'Training a successor; rotas; manuals nobody reads.',
      exclude: '',
      keywords: ['rota', 'successor'],
    },
    {
      id: 'neighbours',
      label: 'Neighbours, near and difficult',
      description: 'The people on the other side of the fence: help, complaint and gossip.',
      include: 'Complaints about noise, smell or parking; help that was not asked for.',
      exclude: 'Conflicts between members of the garden.',
      keywords: ['neighbour', 'fence', 'complain*'],
      examples: ['The man from number nine brings coffee now.'],
    },
    {
      id: 'worth',
      label: 'What it is worth',
      description: 'How coordinators tell themselves, and the council, that the work counts.',
      include: 'Measures, reports, harvest weight; what cannot be measured.',
      exclude: 'Money for tools.',
      keywords: ['worth', 'count*', 'measure'],
    },
    { id: 'dream', dimension: 'voice', label: 'Dream' },
    { id: 'fear', dimension: 'voice', label: 'Fear' },
    { id: 'pain-point', dimension: 'voice', label: 'Pain point' },
    { id: 'obstacle', dimension: 'voice', label: 'Obstacle' },
  ],
} as const;

export const gardenParticipants = [
  { id: 'P01', role: 'coordinator', garden: '20–40 plots' },
  { id: 'P02', role: 'treasurer', garden: 'under 20 plots' },
  { id: 'P03', role: 'coordinator', garden: 'over 40 plots' },
  { id: 'P04', role: 'founder', garden: '20–40 plots' },
  { id: 'P05', role: 'coordinator', garden: 'under 20 plots' },
  { id: 'P06', role: 'council liaison', garden: 'over 40 plots', consent: ['research'] },
  { id: 'P07', role: 'coordinator', garden: '20–40 plots', withdrawn: '2026-05-04' },
  { id: 'P08', role: 'founder', garden: 'over 40 plots' },
] as const;

export const gardenInterviews: Readonly<Record<string, readonly string[]>> = {
  P01: [
    'I: What does an ordinary week look like?',
    'P: ==I have the only key to the water. When I went to my sister’s for four days, I left it under a brick and lay awake.=={#carrying #fear} Silly, I know. It was raining, too.',
    'I: What would you want more of?',
    'P: ==I would love to come to the garden once, just once, as somebody who has a plot and nothing else.=={#carrying #dream} And, um, ==we wrote a handbook, eleven pages. The first question the new man asked me was on page one.=={#handing-over #pain-point}',
    'I: And the people around?',
    'P: ==The woman behind the fence rings me before she rings anybody. I used to mind.=={#neighbours}',
  ],
  P02: [
    'I: How do you know that it went well?',
    'P: ==The council wants kilos. So we weigh the courgettes, and nobody weighs the man who came back every day after his wife died.=={#worth #pain-point} You see?',
    'P: ==I keep the accounts in a shoebox because that is what I was handed, in a shoebox.=={#handing-over}',
    'P: ==It rained for six weeks in spring and the lower beds stood under water until May.==',
  ],
  P03: [
    'I: Tell me about a hard day.',
    'P: ==Somebody complained about the compost to the city before they said a word to us. One gate further and they could have smelled it with me.=={#neighbours #pain-point}',
    'P: ==If I stopped tomorrow, I think it would be brambles in two summers, and that frightens me more than it should.=={#carrying #fear}',
    'P: ==You cannot put on a form that two people who did not greet each other now share a hose.=={#worth #obstacle}',
    'P: ==We lost the whole bean harvest to the wet. Slugs first, then rot.==',
  ],
  P04: [
    'I: How did it begin?',
    'P: ==I founded it, so everybody thinks that I own it. I would hand it over on Monday if a single hand went up.=={#carrying #handing-over #obstacle}',
    'P: ==The man from number nine shouted at us for a year. Then we gave him a bed, and now he shouts at the pigeons.=={#neighbours #dream}',
    'P: ==The drain belongs to three offices, and whenever it rains each of them sends me to the other two.==',
  ],
  P05: [
    'I: What do you tell the council?',
    'P: ==I count visitors with a clicker at the gate. I stopped clicking for children who come in twice, then I started again, because the number decides.=={#worth #obstacle}',
    'P: ==I dream of a report with one photograph in it and no table at all.=={#worth #dream}',
    'P: ==I do it alone because explaining it takes longer than doing it.=={#carrying #pain-point}',
  ],
  P06: [
    'I: And from the side of the council?',
    'P: ==We ask for numbers because numbers are what survives an election.=={#worth}',
  ],
  P07: ['I: How are you?', 'P: ==This sentence was withdrawn and stands nowhere.=={#carrying #fear}'],
  P08: [
    'I: What keeps you up at night?',
    'P: ==That the neighbours get up a petition while we are still choosing the colour of the shed.=={#neighbours #fear}',
    'P: ==There is a rota on the door. It has my name on it fourteen times.=={#handing-over #pain-point}',
    'P: ==After the flood the beds were gone, and we stood there with wheelbarrows and did not know where to begin.==',
    'P: ==A neighbour with a spare key would already help.==',
  ],
};

export const gardenMemos = [
  {
    themeId: 'carrying',
    commentary:
      'The **key** comes up in most interviews, and it is rarely about water. Those who hold it speak of duty and of being needed in the same breath: several could give it away and do not.\n\n### A tension\n\nThe wish to be relieved stands beside the fear of what would become of the garden. Handbooks answer neither.',
    questions: [
      'Which of your tasks would nobody notice for a month?',
      'Who would raise a hand if you asked *one* person instead of everybody?',
    ],
  },
  {
    themeId: 'neighbours',
    commentary:
      'Complaints turn into help where somebody was **given a place**, and not where somebody was convinced.',
    questions: ['Whom could you offer a bed to this spring?'],
  },
] as const;

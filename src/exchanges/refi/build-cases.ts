import type { Participant } from '../../model/participant.js';
import type { Study } from '../../model/study.js';
import { makeGuid } from './make-guid.js';
import type { XmlDraft } from './write-xml.js';

/** Every attribute that some participant has, in the order of the first who has it. */
export function listAttributes(participants: readonly Participant[]): readonly string[] {
  return [...new Set(participants.flatMap(({ attributes }) => Object.keys(attributes)))];
}

/** `Variable` of each attribute: text, since that is what it is with us. */
export function buildVariables(participants: readonly Participant[]): readonly XmlDraft[] {
  return listAttributes(participants).map((name) => ({
    name: 'Variable',
    attributes: { guid: makeGuid('attribute', name), name, typeOfVariable: 'Text' },
  }));
}

/** `Case` of each participant: consent in words, attributes, transcripts, and what they say. */
export function buildCases({ participants, transcripts }: Study): readonly XmlDraft[] {
  return participants.map((participant) => ({
    name: 'Case',
    attributes: { guid: makeGuid('participant', participant.id), name: participant.id },
    children: [
      { name: 'Description', children: [describeConsent(participant)] },
      ...Object.entries(participant.attributes)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => buildValue(name, value)),
      ...transcripts
        .filter(({ participantIds }) => participantIds.includes(participant.id))
        .map(({ id }) => refer('SourceRef', makeGuid('transcript', id))),
      ...transcripts.flatMap(({ id, utterances }) =>
        utterances.flatMap(({ speaker }, index) =>
          speaker.kind === 'participant' && speaker.participantId === participant.id
            ? [refer('SelectionRef', makeGuid('utterance', id, String(index)))]
            : [],
        ),
      ),
    ],
  }));
}

const refer = (name: string, targetGUID: string): XmlDraft => ({ name, attributes: { targetGUID } });

function buildValue(name: string, value: string): XmlDraft {
  return {
    name: 'VariableValue',
    children: [refer('VariableRef', makeGuid('attribute', name)), { name: 'TextValue', children: [value] }],
  };
}

function describeConsent({ consent: { known, scopes, until } }: Participant): string {
  if (!known) return 'Consent: not recorded';
  const given = scopes.length === 0 ? 'none' : scopes.join('; ');
  return `Consent: ${given}${until === undefined ? '' : `, until ${until}`}`;
}

import type { Channel, ContactEvent } from './contact.events.js';
import { isDigitalMessage } from '../../codes/contact-channels.js';
import type { Day } from '../../kernel/day.js';
import type { DataOf } from '../../kernel/decider.js';

/** The attempts of a day over a channel: nothing more is asked of them than how many they were. */
export interface Attempt {
  /** Of a digital message: only that can be opened, or noticed anew. */
  readonly attemptId?: string;
  readonly channel: Channel;
  readonly on: Day;
  readonly times: number;
  readonly openedOn?: Day;
  readonly secondNoticeOn?: Day;
}

export interface ContactState {
  readonly writtenInformationOn: readonly Day[];
  readonly attempts: readonly Attempt[];
  /** Each day once. */
  readonly establishedOn: readonly Day[];
  /** Each ends a round of attempts. */
  readonly notReachedOn: readonly Day[];
}

export const noContact: ContactState = { writtenInformationOn: [], attempts: [], establishedOn: [], notReachedOn: [] };

export const findAttempt = ({ attempts }: ContactState, id: string): Attempt | undefined =>
  attempts.find(({ attemptId }) => attemptId === id);

/** Each digital message stands for itself, since it can be opened. */
const withOneMore = (
  attempts: readonly Attempt[],
  { attemptId, channel, on }: DataOf<ContactEvent, 'ContactAttempted'>,
): readonly Attempt[] => {
  if (isDigitalMessage(channel)) return [...attempts, { attemptId, channel, on, times: 1 }];
  const known = attempts.find((attempt) => attempt.channel === channel && attempt.on === on);
  if (known === undefined) return [...attempts, { channel, on, times: 1 }];
  return attempts.map((attempt) => (attempt === known ? { ...attempt, times: attempt.times + 1 } : attempt));
};

const withAttempt = (state: ContactState, id: string, change: Partial<Attempt>): ContactState => ({
  ...state,
  attempts: state.attempts.map((attempt) => (attempt.attemptId === id ? { ...attempt, ...change } : attempt)),
});

export const evolveContact = (state: ContactState, { type, data }: ContactEvent): ContactState => {
  switch (type) {
    case 'WrittenInformationSent':
      return { ...state, writtenInformationOn: [...state.writtenInformationOn, data.on] };
    case 'ContactAttempted':
      return { ...state, attempts: withOneMore(state.attempts, data) };
    case 'NoticeOpened':
      return withAttempt(state, data.attemptId, { openedOn: data.on });
    case 'SecondNoticeSent':
      return withAttempt(state, data.attemptId, { secondNoticeOn: data.on });
    case 'ContactEstablished':
      return state.establishedOn.includes(data.on) ? state : { ...state, establishedOn: [...state.establishedOn, data.on] };
    case 'NotReachedDeclared':
      return { ...state, notReachedOn: [...state.notReachedOn, data.on] };
    case 'FollowUpDeclined':
    case 'FollowUpRequested':
    case 'GuidanceTalkHeld':
      return state;
  }
};

import type { Day } from '../../kernel/day.js';
import type { Channel, ContactEvent } from './contact.events.js';

export interface Attempt {
  readonly attemptId: string;
  readonly channel: Channel;
  readonly on: Day;
  readonly openedOn?: Day;
  readonly secondNoticeOn?: Day;
}

export interface ContactState {
  readonly writtenInformationOn: readonly Day[];
  readonly attempts: readonly Attempt[];
  readonly establishedOn: readonly Day[];
  /** Each ends a round of attempts. */
  readonly notReachedOn: readonly Day[];
}

export const noContact: ContactState = { writtenInformationOn: [], attempts: [], establishedOn: [], notReachedOn: [] };

export const findAttempt = ({ attempts }: ContactState, id: string): Attempt | undefined =>
  attempts.find(({ attemptId }) => attemptId === id);

const withAttempt = (state: ContactState, id: string, change: Partial<Attempt>): ContactState => ({
  ...state,
  attempts: state.attempts.map((attempt) => (attempt.attemptId === id ? { ...attempt, ...change } : attempt)),
});

export const evolveContact = (state: ContactState, { type, data }: ContactEvent): ContactState => {
  switch (type) {
    case 'WrittenInformationSent':
      return { ...state, writtenInformationOn: [...state.writtenInformationOn, data.on] };
    case 'ContactAttempted':
      return { ...state, attempts: [...state.attempts, { attemptId: data.attemptId, channel: data.channel, on: data.on }] };
    case 'NoticeOpened':
      return withAttempt(state, data.attemptId, { openedOn: data.on });
    case 'SecondNoticeSent':
      return withAttempt(state, data.attemptId, { secondNoticeOn: data.on });
    case 'ContactEstablished':
      return { ...state, establishedOn: [...state.establishedOn, data.on] };
    case 'NotReachedDeclared':
      return { ...state, notReachedOn: [...state.notReachedOn, data.on] };
    case 'FollowUpDeclined':
    case 'FollowUpRequested':
    case 'GuidanceTalkHeld':
      return state;
  }
};

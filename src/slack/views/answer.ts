import type { DrawnAnswer } from '../../conversation/answer.ts';
import { agendaMessage } from './agenda.ts';
import type { Message } from './blocks/message.ts';
import { help } from './help.ts';
import { listMessage } from './list.ts';
import { factMessage, moreMessage, practicalMessage } from './plain-answers.ts';
import { nothingFound, results } from './results.ts';

/** One page of an answer, from `offset` on; without one, from what people want to read first. */
export function answerMessage(answer: DrawnAnswer, offset?: number): Message {
  switch (answer.kind) {
    case 'help':
      return help(answer.context);
    case 'results':
      return results(answer.results, answer.context, offset ?? 0);
    case 'none':
      return nothingFound(answer.results, answer.context);
    case 'list':
      return listMessage(answer.list, answer.context, offset ?? 0);
    case 'practical':
      return practicalMessage(answer.topic, answer.context);
    case 'facts':
      return factMessage(answer.fact);
    case 'more':
      return moreMessage();
    case 'agenda':
      return agendaMessage(answer, answer.context, offset ?? answer.agenda.first);
  }
}

import type { Completion, Suggestion } from './completion.ts';

interface CompletionListProps {
  readonly id: string;
  readonly completion: Completion;
  readonly chosen: number;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** What could be meant, above the box; the keyboard stays in the box. */
export function CompletionList({ id, completion, chosen, onTake }: CompletionListProps) {
  return (
    <div class="completion" role="listbox" id={id} aria-label="Suggestions">
      {completion.suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, where the focus stays.
        <div
          key={suggestion.label}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          class="completion-option"
          onClick={() => onTake(suggestion)}
        >
          <b>{suggestion.label}</b>
          <span>{suggestion.detail}</span>
        </div>
      ))}
    </div>
  );
}

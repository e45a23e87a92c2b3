/** A few choices side by side, of which one may be taken, and taken back by a second tap. */

import { useId } from "react";

export function Segments<Name extends string>({
  choices,
  chosen,
  onChoose,
  onClear,
}: {
  readonly choices: readonly { readonly name: Name; readonly label: string }[];
  readonly chosen: Name | undefined;
  readonly onChoose: (name: Name) => void;
  readonly onClear?: () => void;
}) {
  const group = useId();
  return (
    <div className="segments">
      {choices.map(({ name, label }) => (
        <label key={name}>
          <input
            type="radio"
            name={group}
            checked={chosen === name}
            onChange={() => onChoose(name)}
            onClick={() => chosen === name && onClear?.()}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

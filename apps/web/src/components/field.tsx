/**
 * The frame around any input: label, one line of help, what is wrong with it. Gives the input its id and its
 * descriptions, so that a screen reader says all three.
 *
 * ```tsx
 * <Field label={say("profile.name")} help={say("profile.name.help")} problem={problem}>
 *   {(input) => <input {...input} value={name} onChange={…} />}
 * </Field>
 * ```
 */

import { type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";

export interface InputProps {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

export function Field({
  label,
  help,
  problem,
  children,
}: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly problem?: ReactNode;
  readonly children: (input: InputProps) => ReactNode;
}) {
  const id = useId();
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help && (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children({
        id,
        ...(described && { "aria-describedby": described }),
        ...(problem && { "aria-invalid": true as const }),
      })}
      {problem && <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem>}
    </div>
  );
}

/** The line under an input that says what to mend. */
export function FieldProblem({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="problem" id={id} role="alert">
      <Icon name="warning" />
      <span>{children}</span>
    </div>
  );
}

/** Several inputs that answer one question: radios, checkboxes, the parts of a date. */
export function FieldSet({
  label,
  help,
  children,
}: {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={help ? `${id}-help` : undefined}>
      <legend>{label}</legend>
      {help && (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children}
    </fieldset>
  );
}

/** What every input for words about a person carries: nothing is sent to a spelling service, kept by the browser or translated. */
export const sensitive = {
  autoComplete: "off",
  autoCorrect: "off",
  autoCapitalize: "off",
  spellCheck: false,
  translate: "no",
} as const;

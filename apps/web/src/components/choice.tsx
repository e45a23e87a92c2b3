/** One checkbox or radio with its label and a line that says what it means. The whole row is the target. */

import type { ComponentProps, ReactNode } from "react";

export function Choice({
  type = "checkbox",
  children,
  help,
  ...rest
}: ComponentProps<"input"> & { readonly type?: "checkbox" | "radio"; readonly help?: ReactNode }) {
  return (
    <label className="choice">
      <input type={type} {...rest} />
      <span>
        {children}
        {help && <small>{help}</small>}
      </span>
    </label>
  );
}

/** A refusal or an outage as the API words it (RFC 9457), or as the network left it. */
export class Problem extends Error {
  /** HTTP status; 0 when no answer arrived at all, -1 for a fault of the page itself. */
  readonly status: number;
  /** Stable machine-readable code of the refusal. */
  readonly code: string;
  /** Field path → reasons, for refusals that name fields. */
  readonly errors: Readonly<Record<string, string[]>>;
  readonly traceId: string | null;

  constructor(
    status: number,
    code: string,
    message: string,
    errors: Record<string, string[]> = {},
    traceId: string | null = null,
  ) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.traceId = traceId;
  }

  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Every reason once: the sentence, then each field that was named. */
  get lines(): string[] {
    const fields = Object.entries(this.errors).flatMap(([field, reasons]) =>
      reasons.map((reason) => (field ? `${field}: ${reason}` : reason)),
    );
    return fields.length > 0 ? fields : [this.message];
  }
}

/** Reads the body of a refused response; a body that is no problem document still yields a usable sentence. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as {
      code?: string;
      title?: string;
      detail?: string;
      errors?: Record<string, string[] | string>;
      traceId?: string;
    };
    const errors = Object.fromEntries(
      Object.entries(body.errors ?? {}).map(([field, reasons]) => [field, Array.isArray(reasons) ? reasons : [reasons]]),
    );
    return new Problem(
      response.status,
      body.code ?? `http.${response.status}`,
      body.detail ?? body.title ?? response.statusText,
      errors,
      body.traceId ?? null,
    );
  } catch {
    return new Problem(response.status, `http.${response.status}`, response.statusText || `HTTP ${response.status}`);
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(-1, 'unexpected', error instanceof Error ? error.message : String(error));
}

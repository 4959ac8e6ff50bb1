export const fhirBase = 'https://example.org/fhir/';

export interface Coding {
  readonly system?: string | undefined;
  readonly code?: string | undefined;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

/** The parts of FHIR R4 resources that the lab's server uses. */
export interface FhirResource {
  readonly resourceType: 'Patient' | 'Observation' | 'MedicationRequest';
  readonly id: string;
  /** Part of the response, but not searchable. */
  readonly meta?: unknown;
  readonly name?: unknown;
  readonly birthDate?: string;
  readonly status?: string;
  readonly intent?: string;
  readonly code?: CodeableConcept;
  readonly medicationCodeableConcept?: CodeableConcept;
  readonly subject?: { readonly reference: string };
  readonly effectiveDateTime?: string;
  readonly authoredOn?: string;
  readonly valueQuantity?: {
    readonly value?: number;
    readonly unit?: string;
    readonly system?: string;
    readonly code?: string;
  };
}

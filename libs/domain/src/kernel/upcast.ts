type Data = Readonly<Record<string, unknown>>;

/** For an event type and the schema version its data was written in: how to read it as the next version. Empty until a shape changes. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, (data: Data) => Data>>>>;

/** The data of a stored event in its newest shape, however old the version is that it was written in. */
export const upcast = (upcasters: Upcasters, type: string, version: number, data: Data): Data => {
  const step = upcasters[type]?.[version];
  return step ? upcast(upcasters, type, version + 1, step(data)) : data;
};

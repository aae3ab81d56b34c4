import { ApiQuery } from '@nestjs/swagger';

/** Documents `?after=`, for which AccessGuard waits, on a route that answers from views. */
export const After = () =>
  ApiQuery({
    name: 'after',
    required: false,
    description: 'Wait, at most two seconds, until the answer has seen this position; 503 when the views are later than that.',
    example: '4711',
  });
